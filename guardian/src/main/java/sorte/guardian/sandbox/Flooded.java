package sorte.guardian.sandbox;

import java.io.IOException;

/// A child wrote more than its cap.
public final class Flooded extends IOException {
  private static final long serialVersionUID = 1L;

  Flooded(long most) {
    super("the child wrote more than its " + most + " bytes");
  }
}
