package sorte.guardian;

import java.util.List;

/// What a gate says of a candidate.
public record Judgement(Outcome outcome, List<Finding> findings) {

  public Judgement {
    findings = List.copyOf(findings);
    if (outcome != Outcome.PASS && findings.isEmpty()) {
      throw new IllegalArgumentException("a gate that does not pass says why");
    }
  }

  public static Judgement pass() {
    return new Judgement(Outcome.PASS, List.of());
  }

  /// Passes with things worth knowing.
  public static Judgement pass(List<Finding> findings) {
    return new Judgement(Outcome.PASS, findings);
  }

  public static Judgement fail(Finding finding) {
    return new Judgement(Outcome.FAIL, List.of(finding));
  }

  public static Judgement inconclusive(Finding finding) {
    return new Judgement(Outcome.INCONCLUSIVE, List.of(finding));
  }

  public static Judgement skipped(Finding finding) {
    return new Judgement(Outcome.SKIPPED, List.of(finding));
  }

  /// Fails when there is anything in `findings`.
  public static Judgement failIfAny(List<Finding> findings) {
    return findings.isEmpty() ? pass() : new Judgement(Outcome.FAIL, findings);
  }
}
