package sorte.guardian.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Raw system calls on the calling thread. The C library's own wrappers of `setresuid` and others
/// change every thread of a process; `syscall` changes only this one, which is what is wanted.
final class Kernel {

  private static final int ARGUMENTS = 6;

  private final Architecture architecture;
  private final MethodHandle syscall;
  private final VarHandle errno;
  private final MemoryLayout state;

  private Kernel(Architecture architecture, Linker linker, MemorySegment function) {
    this.architecture = architecture;
    this.state = Linker.Option.captureStateLayout();
    this.errno = state.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    this.syscall =
        linker.downcallHandle(
            function,
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(1));
  }

  /// The door to this machine's kernel; throws `IllegalCallerException` without native access.
  static Kernel on(Architecture architecture) {
    Linker linker = Linker.nativeLinker();
    MemorySegment function =
        linker
            .defaultLookup()
            .find("syscall")
            .orElseThrow(() -> new IllegalStateException("the C library has no syscall()"));
    return new Kernel(architecture, linker, function);
  }

  Architecture architecture() {
    return architecture;
  }

  /// The call's result, or the error's number below zero.
  long call(Call call, long... given) {
    int number =
        call.on(architecture)
            .orElseThrow(() -> new IllegalArgumentException(call + " is not on " + architecture));
    return callNumber(number, given);
  }

  /// The same for a number that has no name here.
  long callNumber(int number, long... given) {
    long[] a = new long[ARGUMENTS];
    System.arraycopy(given, 0, a, 0, given.length);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment captured = arena.allocate(state);
      long result =
          (long) syscall.invokeExact(captured, (long) number, a[0], a[1], a[2], a[3], a[4], a[5]);
      return result == -1 ? -(int) errno.get(captured, 0L) : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The call's result; an error ends in [Refused], named by what was wanted.
  long must(String wanted, Call call, long... given) throws Refused {
    long result = call(call, given);
    if (result < 0) {
      throw new Refused(wanted, (int) -result);
    }
    return result;
  }

  /// The kernel said no.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String wanted, int errno) {
      super(wanted + " was refused by the kernel (errno " + errno + ")");
    }

    Refused(String what) {
      super(what);
    }
  }
}
