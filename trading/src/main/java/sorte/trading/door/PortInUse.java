package sorte.trading.door;

import java.io.IOException;

/// Somebody else listens at the port asked for.
public final class PortInUse extends IOException {
  private static final long serialVersionUID = 1L;

  private final int port;

  PortInUse(int port, IOException cause) {
    super("port " + port + " of 127.0.0.1 is in use", cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
