package sorte.guardian.sandbox;

/// A process could not be started behind its walls; nothing runs.
public final class NotEnclosed extends Exception {
  private static final long serialVersionUID = 1L;

  NotEnclosed(String reason) {
    super(reason);
  }
}
