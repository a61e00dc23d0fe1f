package sorte.guardian.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// `posix_spawn`: starts a program from the calling thread itself, with nothing of the JVM's own
/// process machinery (whose reaper threads would inherit the confinement).
final class Spawn {

  /// Larger than `posix_spawnattr_t` of any C library.
  private static final long ATTRIBUTES_BYTES = 1024;

  /// POSIX_SPAWN_SETSIGMASK; with an empty mask, since JVM threads block some signals.
  private static final short SET_SIGNAL_MASK = 0x08;

  private final MethodHandle spawn;
  private final MethodHandle attributesInit;
  private final MethodHandle attributesFlags;

  Spawn() {
    Linker linker = Linker.nativeLinker();
    spawn =
        handle(
            linker,
            "posix_spawn",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    attributesInit =
        handle(linker, "posix_spawnattr_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    attributesFlags =
        handle(
            linker,
            "posix_spawnattr_setflags",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, java.lang.foreign.ValueLayout.JAVA_SHORT));
  }

  private static MethodHandle handle(Linker linker, String name, FunctionDescriptor shape) {
    return linker.downcallHandle(
        linker
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new IllegalStateException("the C library has no " + name)),
        shape);
  }

  /// The new process's id. Its environment is empty; descriptors that are not closed on exec are
  /// inherited.
  int start(List<String> command) throws Kernel.Refused {
    return start(command, List.of());
  }

  /// The same with an environment, each of it as `NAME=value`.
  int start(List<String> command, List<String> given) throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment arguments = texts(arena, command);
      MemorySegment environment = texts(arena, given);
      MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, 16);
      MemorySegment pid = arena.allocate(JAVA_INT);
      check((int) attributesInit.invokeExact(attributes), "posix_spawnattr_init");
      check((int) attributesFlags.invokeExact(attributes, SET_SIGNAL_MASK), "setflags");
      check(
          (int)
              spawn.invokeExact(
                  pid,
                  arguments.getAtIndex(ADDRESS, 0),
                  MemorySegment.NULL,
                  attributes,
                  arguments,
                  environment),
          "starting " + command.getFirst());
      return pid.get(JAVA_INT, 0);
    } catch (Kernel.Refused | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MemorySegment texts(Arena arena, List<String> all) {
    MemorySegment texts = arena.allocate(ADDRESS, all.size() + 1L);
    for (int i = 0; i < all.size(); i++) {
      texts.setAtIndex(ADDRESS, i, arena.allocateFrom(all.get(i)));
    }
    return texts;
  }

  /// Loads what [#start] needs, by starting a program that is not there.
  void rehearse() {
    try {
      start(List.of("/nonexistent/program"));
      throw new IllegalStateException("a program that is not there was started");
    } catch (Kernel.Refused _) {
      // as it should be
    }
  }

  private static void check(int error, String wanted) throws Kernel.Refused {
    if (error != 0) {
      throw new Kernel.Refused(wanted, error);
    }
  }
}
