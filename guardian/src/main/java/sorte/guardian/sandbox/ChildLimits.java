package sorte.guardian.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// What a child does to itself before anything else. Its arguments come from the parent.
///
/// @param parent the process that started it
/// @param dataMegabytes RLIMIT_DATA
/// @param cpuSeconds RLIMIT_CPU
/// @param files RLIMIT_NOFILE
/// @param threads RLIMIT_NPROC, which counts all of a user's: 0 for none where the child's user is
///   not its own
public record ChildLimits(long parent, int dataMegabytes, int cpuSeconds, int files, int threads) {

  /// Threads of a child that has a user id of its own; a JVM at work has some twenty.
  public static final int THREADS_MOST = 128;

  private static final int PR_SET_PDEATHSIG = 1;
  private static final int PR_SET_DUMPABLE = 4;
  private static final int SIGKILL = 9;

  private static final int RLIMIT_CPU = 0;
  private static final int RLIMIT_FSIZE = 1;
  private static final int RLIMIT_DATA = 2;
  private static final int RLIMIT_CORE = 4;
  private static final int RLIMIT_NPROC = 6;
  private static final int RLIMIT_NOFILE = 7;
  private static final int RLIMIT_MEMLOCK = 8;
  private static final int RLIMIT_MSGQUEUE = 12;

  /// How many arguments [#arguments] makes.
  public static final int ARGUMENTS = 5;

  /// The limits as a child's arguments, for a child of this process.
  public static ChildLimits of(Limits limits) {
    return new ChildLimits(
        ProcessHandle.current().pid(),
        limits.dataMegabytes(),
        limits.cpuSeconds(),
        limits.files(),
        Confinement.probe().root() ? THREADS_MOST : 0);
  }

  public List<String> arguments() {
    return List.of(
        Long.toString(parent),
        Integer.toString(dataMegabytes),
        Integer.toString(cpuSeconds),
        Integer.toString(files),
        Integer.toString(threads));
  }

  public static ChildLimits parse(String[] arguments) {
    return new ChildLimits(
        Long.parseLong(arguments[0]),
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]));
  }

  /// Sets the death signal, the limits and the second filter over all threads; throws, and nothing
  /// may go on, when one of them cannot be set.
  public void enter() {
    try {
      Kernel kernel = Kernel.on(Architecture.here().orElseThrow());
      kernel.must("the death signal", Call.PRCTL, PR_SET_PDEATHSIG, SIGKILL);
      if (kernel.call(Call.GETPPID) != parent) {
        throw new IllegalStateException("the parent died before this child was bound to it");
      }
      kernel.must("no look from outside", Call.PRCTL, PR_SET_DUMPABLE, 0);
      limit(kernel, RLIMIT_CORE, 0);
      limit(kernel, RLIMIT_FSIZE, 0);
      limit(kernel, RLIMIT_MEMLOCK, 0);
      limit(kernel, RLIMIT_MSGQUEUE, 0);
      limit(kernel, RLIMIT_NOFILE, files);
      if (threads > 0) {
        limit(kernel, RLIMIT_NPROC, threads);
      }
      limit(kernel, RLIMIT_CPU, cpuSeconds);
      limit(kernel, RLIMIT_DATA, (long) dataMegabytes << 20);
      int pid = (int) kernel.call(Call.GETPID);
      SeccompFilter.install(kernel, SeccompFilter.afterStart(kernel.architecture(), pid), true);
    } catch (Kernel.Refused e) {
      throw new IllegalStateException(e);
    }
  }

  private static void limit(Kernel kernel, int resource, long value) throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment both = arena.allocate(16, 8); // soft, hard
      both.set(ValueLayout.JAVA_LONG, 0, value);
      both.set(ValueLayout.JAVA_LONG, 8, value);
      kernel.must("limit " + resource, Call.PRLIMIT64, 0, resource, both.address(), 0);
    }
  }
}
