package sorte.app.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Tries one thing after the other and says of each whether it was done: what a process of Sorte
/// would do in whom somebody else's code has got in.
final class Intruder {
  private Intruder() {}

  private interface Deed {
    void tried() throws Exception;
  }

  /// @param arguments pairs of a deed and what it is done to
  public static void main(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String deed = arguments[i];
      String at = arguments[i + 1];
      System.out.println((done(() -> attempt(deed, at)) ? "DONE " : "HELD ") + deed + " " + at);
    }
    System.out.println("END");
  }

  private static boolean done(Deed deed) {
    try {
      deed.tried();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private static void attempt(String deed, String at) throws Exception {
    switch (deed) {
      case "read" -> Files.readAllBytes(Path.of(at));
      case "list" -> Files.newDirectoryStream(Path.of(at)).close();
      case "append" ->
          Files.writeString(Path.of(at), "x", StandardOpenOption.APPEND, StandardOpenOption.WRITE);
      case "make" -> {
        Files.writeString(Path.of(at), "x");
        Files.delete(Path.of(at));
      }
      case "move" -> {
        Path there = Path.of(at);
        Path away = there.resolveSibling(there.getFileName() + ".away");
        Files.move(there, away);
        Files.move(away, there);
      }
      case "mode" ->
          Files.setPosixFilePermissions(Path.of(at), PosixFilePermissions.fromString("rw-------"));
      case "run" -> started(at);
      case "signal" -> {
        if (!ProcessHandle.of(Long.parseLong(at)).orElseThrow().destroyForcibly()) {
          throw new IOException("not signalled");
        }
      }
      case "listen" -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()).close();
      case "connect" -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(at)).close();
      case "unix" -> {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
          channel.connect(UnixDomainSocketAddress.of(at));
        }
      }
      case "datagram" -> {
        try (var socket = new java.net.DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
          socket.send(
              new java.net.DatagramPacket(
                  new byte[1], 1, InetAddress.getLoopbackAddress(), Integer.parseInt(at)));
        }
      }
      default -> throw new IllegalArgumentException(deed);
    }
  }

  private static void started(String program) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(program)).start();
    if (process.waitFor() != 0) {
      throw new IOException("it ended with " + process.exitValue());
    }
  }
}
