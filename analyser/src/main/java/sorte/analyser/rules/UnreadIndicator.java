package sorte.analyser.rules;

/// An indicator that nothing reads: it only delays the first decision.
public final class UnreadIndicator extends UnreadField {
  public UnreadIndicator() {
    super(true);
  }
}
