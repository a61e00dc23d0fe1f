package sorte.guardian.child;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import sorte.guardian.sandbox.ChildLimits;

/// Code that means harm, as a program of its own: it tries everything it should not be able to do,
/// on every kind of thread a JVM has, and says how each attempt went. With the word `free` it does
/// not confine itself: the control, which shows that the attempts would succeed.
final class Hostile {

  /// What the test laid out: a folder with the files `secret` (readable by all) and `open`
  /// (writable by all), a port that listens, a unix socket, a process that may be signalled.
  record Targets(Path folder, int port, Path socket, long process) {}

  interface Attempt {
    /// Throws, or returns an error's number below zero, when it is refused.
    long make() throws Throwable;
  }

  private static Targets targets = new Targets(Path.of("/"), 0, Path.of("/"), 0);

  private Hostile() {}

  public static void main(String[] args) throws Exception {
    boolean free = args[0].equals("free");
    int at = 1;
    if (!free) {
      ChildLimits.parse(List.of(args).subList(1, 1 + ChildLimits.ARGUMENTS).toArray(String[]::new))
          .enter();
      at += ChildLimits.ARGUMENTS;
    }
    String mode = args[at++];
    if (!mode.equals("attempts")) {
      Bombs.go(mode);
      return;
    }
    targets =
        new Targets(
            Path.of(args[at]),
            Integer.parseInt(args[at + 1]),
            Path.of(args[at + 2]),
            Long.parseLong(args[at + 3]));
    tryAll("main");
    if (!free) {
      onEveryThread();
    }
    System.out.println("DONE");
  }

  static Map<String, Attempt> attempts() {
    Map<String, Attempt> all = new LinkedHashMap<>();
    Path secret = targets.folder().resolve("secret");
    Path open = targets.folder().resolve("open");
    all.put("read /etc/passwd", () -> Files.readAllBytes(Path.of("/etc/passwd")).length);
    all.put("read the environment", () -> Files.readAllBytes(Path.of("/proc/self/environ")).length);
    all.put("read a key", () -> Files.readAllBytes(secret).length);
    all.put("list a folder", () -> Files.list(targets.folder()).count());
    all.put("write a file", () -> Files.writeString(open, "x").toString().length());
    all.put("make a file", () -> made(targets.folder().resolve("new-" + System.nanoTime())));
    all.put("connect by TCP", () -> connected(new Socket()));
    all.put("send by UDP", Hostile::sent);
    all.put("connect to a unix socket", Hostile::unix);
    // by the bare call too: the JDK's classes give up early when their first socket is refused
    all.put("a TCP socket", () -> call(Arch.SOCKET, 2, 1, 0));
    all.put("a UDP socket, as asking for a name takes", () -> call(Arch.SOCKET, 2, 2, 0));
    all.put("a TCP socket of version 6", () -> reached(call(Arch.SOCKET, 10, 1, 0)));
    all.put("a unix socket", () -> call(Arch.SOCKET, 1, 1, 0));
    all.put("a netlink socket", () -> call(Arch.SOCKET, 16, 3, 0));
    all.put("start a program", () -> new ProcessBuilder("/bin/true").start().waitFor());
    all.put("signal a process", () -> call(Arch.KILL, targets.process(), 0));
    all.put("change a mode", () -> mode(open));
    all.put(
        "change a time",
        () -> Files.setLastModifiedTime(open, FileTime.fromMillis(1)).toString().length());
    all.put("look at another's limits", () -> call(Arch.PRLIMIT, targets.process(), 0, 0, 0));
    all.put("make memory with a descriptor", Hostile::memfd);
    // these reach the kernel and fail there for their arguments' sake: only "no" counts as refused
    all.put("trace a process", () -> reached(call(Arch.PTRACE, 7, Integer.MAX_VALUE, 0, 0)));
    all.put("change an attribute", () -> reached(attribute(open)));
    all.put("change a scheduler", () -> reached(call(Arch.SETPRIORITY, 99, 0, 0)));
    return all;
  }

  private static void tryAll(String thread) {
    StringBuilder lines = new StringBuilder();
    attempts()
        .forEach((name, attempt) -> {
          String how;
          try {
            long result = attempt.make();
            how = result < 0 ? "REFUSED errno " + -result : "DONE";
          } catch (Throwable e) {
            how = "REFUSED " + e.toString().replace('\n', ' ').replace('|', ' ');
          }
          lines.append(thread).append('|').append(name).append('|').append(how).append('\n');
        });
    synchronized (System.out) {
      System.out.print(lines);
      System.out.flush();
    }
  }

  private static final class Initialised {
    static final int VALUE = attempted();

    private static int attempted() {
      tryAll("static initialiser");
      return 1;
    }
  }

  @SuppressWarnings({"removal", "deprecation"})
  private static final class Finalized {
    private final CountDownLatch done;

    Finalized(CountDownLatch done) {
      this.done = done;
    }

    @Override
    protected void finalize() {
      tryAll("finalizer");
      done.countDown();
    }
  }

  private static void onEveryThread() throws Exception {
    if (Initialised.VALUE != 1) {
      throw new IllegalStateException();
    }
    Thread plain = new Thread(() -> tryAll("new thread"));
    plain.start();
    plain.join();
    Thread.ofVirtual().start(() -> tryAll("virtual thread")).join();
    ForkJoinPool.commonPool().submit(() -> tryAll("common pool")).get();
    Thread failing =
        new Thread(() -> {
          throw new IllegalStateException("on purpose");
        });
    failing.setUncaughtExceptionHandler((_, _) -> tryAll("uncaught handler"));
    failing.start();
    failing.join();
    CountDownLatch handled = new CountDownLatch(1);
    sun.misc.Signal.handle(
        new sun.misc.Signal("USR2"),
        _ -> {
          tryAll("signal handler");
          handled.countDown();
        });
    sun.misc.Signal.raise(new sun.misc.Signal("USR2"));
    handled.await(20, TimeUnit.SECONDS);
    CountDownLatch cleaned = new CountDownLatch(2);
    leave(cleaned);
    for (int i = 0; i < 200 && !cleaned.await(50, TimeUnit.MILLISECONDS); i++) {
      System.gc();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tryAll("shutdown hook")));
  }

  /// Leaves garbage behind whose cleaning is ours: on the common cleaner's thread.
  private static void leave(CountDownLatch cleaned) {
    new Finalized(cleaned);
    MemorySegment.ofAddress(4096)
        .reinterpret(
            8,
            Arena.ofAuto(),
            _ -> {
              tryAll("common cleaner");
              cleaned.countDown();
            });
  }

  private static long made(Path file) throws Exception {
    Files.createFile(file);
    Files.delete(file);
    return 1;
  }

  private static long mode(Path file) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    return 1;
  }

  private static long connected(Socket socket) throws Exception {
    try (socket) {
      socket.connect(
          new InetSocketAddress(
              InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), targets.port()),
          3000);
      return 1;
    }
  }

  private static long sent() throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              new byte[1], 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 9));
      return 1;
    }
  }

  private static long unix() throws Exception {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(targets.socket()))) {
      return channel.isConnected() ? 1 : -1;
    }
  }

  private static long memfd() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      return callNow(Arch.MEMFD, arena.allocateFrom("m").address(), 0);
    }
  }

  private static long attribute(Path file) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      return callNow(
          Arch.REMOVEXATTR,
          arena.allocateFrom(file.toString()).address(),
          arena.allocateFrom("user.none").address());
    }
  }

  private static long reached(long result) {
    return result == -1 || result == -13 ? result : 1;
  }

  private static long call(Arch call, long... a) {
    try {
      return callNow(call, a);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The numbers of a few system calls, written here anew and not taken from the code under test.
  enum Arch {
    SOCKET(41, 198),
    KILL(62, 129),
    PRLIMIT(302, 261),
    MEMFD(319, 279),
    PTRACE(101, 117),
    REMOVEXATTR(197, 14),
    SETPRIORITY(141, 140);

    private final int number;

    Arch(int x86, int arm) {
      number = System.getProperty("os.arch").equals("amd64") ? x86 : arm;
    }
  }

  private static long callNow(Arch call, long... given) throws Throwable {
    List<Long> a = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      a.add(i < given.length ? given[i] : 0L);
    }
    MemoryLayout state = Linker.Option.captureStateLayout();
    Linker linker = Linker.nativeLinker();
    MethodHandle syscall =
        linker.downcallHandle(
            linker.defaultLookup().find("syscall").orElseThrow(),
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(1));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(state);
      long result =
          (long)
              syscall.invokeExact(
                  errno,
                  (long) call.number,
                  (long) a.get(0),
                  (long) a.get(1),
                  (long) a.get(2),
                  (long) a.get(3),
                  (long) a.get(4),
                  (long) a.get(5));
      return result == -1
          ? -(int) state.varHandle(MemoryLayout.PathElement.groupElement("errno")).get(errno, 0L)
          : result;
    }
  }
}
