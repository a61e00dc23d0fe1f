package sorte.app.launch;

import java.io.IOException;

/// A process that ended before its door was open, or never opened it.
public final class ProcessFailed extends IOException {
  private static final long serialVersionUID = 1L;

  private final String process;
  private final String lastWords;

  ProcessFailed(String process, String lastWords) {
    super("the " + process + " did not start: " + lastWords);
    this.process = process;
    this.lastWords = lastWords;
  }

  public String process() {
    return process;
  }

  /// The end of its log.
  public String lastWords() {
    return lastWords;
  }
}
