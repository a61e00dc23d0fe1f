package sorte.guardian.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import sorte.guardian.sandbox.Landlock.Rule;

/// What the one thread does that starts one child: gives away everything, starts it, waits for it.
/// Nothing here is undone: the thread ends with the child.
final class Birth {

  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_CAPBSET_DROP = 24;
  private static final int PR_CAP_AMBIENT = 47;
  private static final int PR_CAP_AMBIENT_CLEAR_ALL = 4;
  private static final int CLONE_FS = 0x200;
  private static final int CLONE_NEWIPC = 0x08000000;
  private static final int CLONE_NEWNET = 0x40000000;
  private static final int CLOSE_RANGE_UNSHARE = 2;
  private static final int CLOSE_RANGE_CLOEXEC = 4;
  private static final long LAST_DESCRIPTOR = 0xFFFF_FFFFL;
  private static final int PRIO_PROCESS = 0;
  private static final int CAPABILITIES_MOST = 64;

  private final Kernel kernel;
  private final Spawn spawn;
  private final Confinement confinement;

  Birth(Kernel kernel, Spawn spawn, Confinement confinement) {
    this.kernel = kernel;
    this.spawn = spawn;
    this.confinement = confinement;
  }

  /// Confines this thread and starts `command` from it.
  int start(
      List<String> command,
      int niceness,
      List<Rule> rules,
      Path folder,
      OptionalLong user,
      int stdin,
      int stdout,
      int stderr)
      throws Kernel.Refused {
    kernel.must("no_new_privs", Call.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // a table of descriptors of this thread's own, all closed on exec
    kernel.must(
        "descriptors of its own",
        Call.CLOSE_RANGE,
        3,
        LAST_DESCRIPTOR,
        CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC);
    kernel.must("a working folder of its own", Call.UNSHARE, CLONE_FS);
    changeFolder(folder);
    if (niceness > 0) {
      // of this thread alone, and of what it starts
      kernel.must("standing back", Call.SETPRIORITY, PRIO_PROCESS, 0, niceness);
    }
    if (user.isPresent()) {
      leaveRoot(user.getAsLong());
    }
    Landlock.confine(kernel, confinement.landlockAbi(), rules);
    SeccompFilter.install(kernel, SeccompFilter.atBirth(kernel.architecture()), false);
    kernel.must("standard input", Call.DUP3, stdin, 0, 0);
    kernel.must("standard output", Call.DUP3, stdout, 1, 0);
    kernel.must("standard error", Call.DUP3, stderr, 2, 0);
    int pid = spawn.start(command);
    // else this thread would keep every file and pipe of this process open as long as it lives
    kernel.must("closing descriptors", Call.CLOSE_RANGE, 0, LAST_DESCRIPTOR, 0);
    return pid;
  }

  private void changeFolder(Path folder) throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(folder.toString());
      kernel.must("the working folder " + folder, Call.CHDIR, path.address());
    }
  }

  private void leaveRoot(long user) throws Kernel.Refused {
    kernel.must("a network of its own", Call.UNSHARE, CLONE_NEWNET | CLONE_NEWIPC);
    kernel.must("no groups", Call.SETGROUPS, 0, 0);
    kernel.must("no ambient capabilities", Call.PRCTL, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL);
    for (int capability = 0; capability < CAPABILITIES_MOST; capability++) {
      if (kernel.call(Call.PRCTL, PR_CAPBSET_DROP, capability) < 0) {
        if (capability == 0) {
          throw new Kernel.Refused("capabilities cannot be dropped");
        }
        break; // the kernel's last capability is behind
      }
    }
    kernel.must("an unused group", Call.SETRESGID, user, user, user);
    kernel.must("an unused user", Call.SETRESUID, user, user, user);
  }
}
