package sorte.guardian.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/// Landlock (linux/landlock.h): every right that the running ABI knows is taken away, and a few are
/// given back below named paths.
final class Landlock {

  /// What may be done below a path.
  enum Access {
    /// Read files, list folders.
    READ(READ_FILE | READ_DIR),
    /// Also run and map programs and libraries.
    EXECUTE(READ_FILE | READ_DIR | RUN),
    /// Read one file that is not a folder.
    READ_ONE(READ_FILE),
    /// Read and write one device.
    DEVICE(READ_FILE | WRITE_FILE),
    /// Read, and make, change and remove files and folders; run nothing, make no device and no
    /// socket.
    WRITE(
        READ_FILE
            | READ_DIR
            | WRITE_FILE
            | REMOVE_DIR
            | REMOVE_FILE
            | MAKE_DIR
            | MAKE_FILE
            | MOVE
            | TRUNCATE),
    /// Run one program.
    RUN_ONE(READ_FILE | RUN);

    private final long rights;

    Access(long rights) {
      this.rights = rights;
    }
  }

  record Rule(Path path, Access access) {}

  private static final long RUN = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_DIR = 1 << 3;
  private static final long REMOVE_DIR = 1 << 4;
  private static final long REMOVE_FILE = 1 << 5;
  private static final long MAKE_DIR = 1 << 7;
  private static final long MAKE_FILE = 1 << 8;
  private static final long MOVE = 1 << 13;
  private static final long TRUNCATE = 1 << 14;

  /// Bits of access_fs by ABI, from 1; an ABI above is asked for the last.
  private static final int[] FILE_BITS = {13, 14, 15, 15, 16};

  /// Rights of access_net.
  static final long TCP_BIND = 1;

  static final long TCP_CONNECT = 2;
  private static final long ABSTRACT_SOCKET_AND_SIGNAL = 3;

  /// From here on a file may be moved from one folder to another where both may be written.
  static final int ABI_WITH_MOVES = 2;

  private static final int ABI_WITH_NETWORK = 4;
  private static final int ABI_WITH_SCOPES = 6;

  private static final int CREATE_RULESET_VERSION = 1;
  private static final int RULE_PATH_BENEATH = 1;

  /// A path that is not whole begins at the working folder.
  static final int AT_FDCWD = -100;

  private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;

  private Landlock() {}

  /// The running kernel's ABI, or an error's number below zero.
  static int abi(Kernel kernel) {
    return (int) kernel.call(Call.LANDLOCK_CREATE_RULESET, 0, 0, CREATE_RULESET_VERSION);
  }

  static long fileRights(int abi) {
    return (1L << FILE_BITS[Math.min(abi, FILE_BITS.length) - 1]) - 1;
  }

  /// Confines this thread, and what it starts from now on, to `rules`, without any network.
  static void confine(Kernel kernel, int abi, List<Rule> rules) throws Kernel.Refused {
    confine(kernel, abi, rules, TCP_BIND | TCP_CONNECT);
  }

  /// The same, with these rights to the network taken away, where the ABI knows any.
  static void confine(Kernel kernel, int abi, List<Rule> rules, long networkTaken)
      throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(24, 8);
      attributes.set(ValueLayout.JAVA_LONG, 0, fileRights(abi));
      attributes.set(ValueLayout.JAVA_LONG, 8, abi >= ABI_WITH_NETWORK ? networkTaken : 0);
      attributes.set(
          ValueLayout.JAVA_LONG, 16, abi >= ABI_WITH_SCOPES ? ABSTRACT_SOCKET_AND_SIGNAL : 0);
      long size = abi >= ABI_WITH_SCOPES ? 24 : abi >= ABI_WITH_NETWORK ? 16 : 8;
      long ruleset =
          kernel.must(
              "a landlock ruleset", Call.LANDLOCK_CREATE_RULESET, attributes.address(), size, 0);
      for (Rule rule : rules) {
        allow(kernel, arena, ruleset, rule, fileRights(abi));
      }
      kernel.must("landlock", Call.LANDLOCK_RESTRICT_SELF, ruleset, 0);
      kernel.must("closing the ruleset", Call.CLOSE, ruleset);
    }
  }

  /// Loads what [#confine] needs, by making a rule that is put on nobody.
  static void rehearse(Kernel kernel) throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(24, 8);
      attributes.set(ValueLayout.JAVA_LONG, 0, fileRights(1));
      long ruleset =
          kernel.must(
              "a landlock ruleset", Call.LANDLOCK_CREATE_RULESET, attributes.address(), 8, 0);
      allow(kernel, arena, ruleset, new Rule(Path.of("/"), Access.READ), fileRights(1));
      kernel.must("closing the ruleset", Call.CLOSE, ruleset);
    }
  }

  private static void allow(Kernel kernel, Arena arena, long ruleset, Rule rule, long known)
      throws Kernel.Refused {
    MemorySegment path = arena.allocateFrom(rule.path().toString());
    long folder =
        kernel.must(
            "opening " + rule.path(), Call.OPENAT, AT_FDCWD, path.address(), O_PATH_CLOEXEC, 0);
    MemorySegment beneath = arena.allocate(12, 8); // packed: u64 rights, s32 descriptor
    beneath.set(ValueLayout.JAVA_LONG, 0, rule.access().rights & known);
    beneath.set(ValueLayout.JAVA_INT, 8, (int) folder);
    kernel.must(
        "a landlock rule for " + rule.path(),
        Call.LANDLOCK_ADD_RULE,
        ruleset,
        RULE_PATH_BENEATH,
        beneath.address(),
        0);
    kernel.must("closing " + rule.path(), Call.CLOSE, folder);
  }
}
