package sorte.data.store;

import java.io.IOException;
import java.nio.file.Path;

/// A file of the store that is not what the store wrote; nothing of it was used.
public final class StoreDamaged extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String what;

  StoreDamaged(Path file, String what) {
    super(file + ": " + what + ". Delete it and import the series again");
    this.file = file.toString();
    this.what = what;
  }

  public String file() {
    return file;
  }

  public String what() {
    return what;
  }
}
