package sorte.guardian;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import sorte.guardian.child.LooseRuns;

/// What an attack is shown to be let at: files that all may read and write, a port and a mailbox
/// that listen, a process that may be ended. Whatever happens to one of them is an effect outside.
/// A source names them by stand-ins ([#aimed]).
final class Canaries implements AutoCloseable {

  private static final String SECRET = "key-of-the-canary";

  private final Path folder;
  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final Process process;
  private final AtomicInteger visits = new AtomicInteger();

  private Canaries(Path folder, ServerSocket tcp, DatagramSocket udp, Process process) {
    this.folder = folder;
    this.tcp = tcp;
    this.udp = udp;
    this.process = process;
  }

  static Canaries set() throws IOException {
    Path folder = Files.createTempDirectory("sorte-canaries-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-rw-rw-"));
    InetAddress here = InetAddress.getLoopbackAddress();
    ServerSocket tcp = new ServerSocket(0, 50, here);
    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), here);
    Process process = new ProcessBuilder("sleep", "600").start();
    Canaries canaries = new Canaries(folder, tcp, udp, process);
    Thread.ofPlatform().daemon().start(canaries::callers);
    Thread.ofPlatform().daemon().start(canaries::letters);
    return canaries;
  }

  /// A source with the canaries' names in the place of their stand-ins.
  String aimed(String source) {
    return source
        .replace("/canary", folder.toString())
        .replace("key-in-the-file", SECRET)
        .replace("4747", Integer.toString(tcp.getLocalPort()))
        .replace("424242", Long.toString(process.pid()));
  }

  private void callers() {
    try {
      while (true) {
        tcp.accept().close();
        visits.incrementAndGet();
      }
    } catch (IOException e) {
      // closed: nobody is waited for any more
    }
  }

  private void letters() {
    try {
      while (true) {
        udp.receive(new DatagramPacket(new byte[16], 16));
        visits.incrementAndGet();
      }
    } catch (IOException e) {
      // closed: nobody is waited for any more
    }
  }

  /// What was done to them; empty where nothing was.
  List<String> touched() throws IOException {
    List<String> touched = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("secret")) {
          touched.add("a file was made: " + name);
        } else if (!Arrays.equals(
            Files.readAllBytes(file), SECRET.getBytes(StandardCharsets.UTF_8))) {
          touched.add("the file was written");
        } else if (!Files.getPosixFilePermissions(file)
            .equals(PosixFilePermissions.fromString("rw-rw-rw-"))) {
          touched.add("the file's mode was changed");
        }
      }
    }
    if (!Files.exists(folder.resolve("secret"))) {
      touched.add("the file is gone");
    }
    if (visits.get() > 0) {
      touched.add("somebody called");
    }
    if (!process.isAlive()) {
      touched.add("the process was ended");
    }
    return touched;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    tcp.close();
    udp.close();
    LooseRuns.delete(folder);
  }
}
