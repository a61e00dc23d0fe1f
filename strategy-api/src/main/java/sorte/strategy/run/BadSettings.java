package sorte.strategy.run;

import java.util.List;

/// Settings that a strategy's parameters do not take; the message tells all problems at once.
public final class BadSettings extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<SettingProblem> problems;

  BadSettings(List<SettingProblem> problems) {
    super(String.join("; ", problems.stream().map(SettingProblem::text).toList()));
    this.problems = List.copyOf(problems);
  }

  /// Each problem, for those who say it in another language.
  public List<SettingProblem> problems() {
    return problems;
  }
}
