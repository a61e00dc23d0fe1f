package sorte.guardian.sandbox;

/// How a child's process ended.
///
/// @param code what it left with, when it left by itself
/// @param signal the signal that ended it, or 0
public record Exit(int code, int signal) {

  static Exit ofStatus(int status) {
    int signal = status & 0x7F;
    return signal == 0 ? new Exit((status >> 8) & 0xFF, 0) : new Exit(-1, signal);
  }

  @Override
  public String toString() {
    return signal == 0 ? "exit code " + code : "signal " + signal;
  }
}
