package sorte.change.edit;

import java.util.List;

/// Ends an edit from within a step. Checked, so that no step can forget it; never leaves this
/// package: [Editor] turns it into the outcome it carries.
final class Stop extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient EditOutcome outcome;

  Stop(EditOutcome outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  static Stop notPossible(String key, Object... values) {
    return new Stop(new EditOutcome.NotPossible(Phrase.of(key, values)));
  }

  static Stop alreadySo(String key, Object... values) {
    return new Stop(new EditOutcome.AlreadySo(Phrase.of(key, values)));
  }

  static Stop ask(Phrase question, List<Phrase> options) {
    return new Stop(new EditOutcome.Ambiguous(question, options));
  }

  EditOutcome outcome() {
    return outcome;
  }
}
