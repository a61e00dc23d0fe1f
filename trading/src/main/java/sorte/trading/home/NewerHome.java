package sorte.trading.home;

import java.io.IOException;
import java.nio.file.Path;

/// A home whose format this build does not know; nothing in it was touched.
public final class NewerHome extends IOException {
  private static final long serialVersionUID = 1L;

  private final String found;

  NewerHome(Path root, String found) {
    super(root + " has format " + found + "; this Sorte knows format " + Home.FORMAT);
    this.found = found;
  }

  /// The format written in the home's `VERSION`.
  public String found() {
    return found;
  }
}
