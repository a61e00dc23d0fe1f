package sorte.guardian.sandbox;

import java.util.List;
import sorte.guardian.sandbox.Landlock.Rule;

/// What the one thread does that starts one process of Sorte: takes from itself all that the
/// process is not to have, and starts it.
final class EnclosedBirth {
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_CAPBSET_DROP = 24;
  private static final int PR_CAP_AMBIENT = 47;
  private static final int PR_CAP_AMBIENT_CLEAR_ALL = 4;
  private static final int CAPABILITIES_MOST = 64;
  private static final int CLOSE_RANGE_UNSHARE = 2;
  private static final int CLOSE_RANGE_CLOEXEC = 4;
  private static final long LAST_DESCRIPTOR = 0xFFFF_FFFFL;

  private final Kernel kernel;
  private final Spawn spawn;
  private final Confinement confinement;

  EnclosedBirth(Kernel kernel, Spawn spawn, Confinement confinement) {
    this.kernel = kernel;
    this.spawn = spawn;
    this.confinement = confinement;
  }

  /// Walls this thread in and starts `command` from it; gives the process's id.
  ///
  /// @param said the descriptor that takes what it says
  int start(
      List<String> command,
      List<String> environment,
      Enclosure enclosure,
      List<Rule> rules,
      int stdin,
      long said)
      throws Kernel.Refused {
    kernel.must("no_new_privs", Call.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    kernel.must(
        "descriptors of its own",
        Call.CLOSE_RANGE,
        3,
        LAST_DESCRIPTOR,
        CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC);
    if (confinement.root() && !enclosure.startsChildren()) {
      withoutRootsRights();
    }
    Landlock.confine(
        kernel, confinement.landlockAbi(), rules, enclosure.connects() ? 0 : Landlock.TCP_CONNECT);
    SeccompFilter.install(
        kernel, SeccompFilter.enclosed(kernel.architecture(), enclosure.startsChildren()), false);
    kernel.must("standard input", Call.DUP3, stdin, 0, 0);
    kernel.must("standard output", Call.DUP3, said, 1, 0);
    kernel.must("standard error", Call.DUP3, said, 2, 0);
    int pid = spawn.start(command, environment);
    // else this thread would keep every file and pipe of this process open as long as it lives
    kernel.must("closing descriptors", Call.CLOSE_RANGE, 0, LAST_DESCRIPTOR, 0);
    return pid;
  }

  /// It stays root's, since the home is root's, and can no more than the owner of its files can.
  private void withoutRootsRights() throws Kernel.Refused {
    kernel.must("no ambient capabilities", Call.PRCTL, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL);
    for (int capability = 0; capability < CAPABILITIES_MOST; capability++) {
      if (kernel.call(Call.PRCTL, PR_CAPBSET_DROP, capability) < 0) {
        if (capability == 0) {
          throw new Kernel.Refused("capabilities cannot be dropped");
        }
        break; // the kernel's last capability is behind
      }
    }
  }

  /// Loads what [#start] needs, by a birth on a thread that ends at once: the program is not there.
  static void rehearse(Kernel kernel, Spawn spawn, Confinement confinement) {
    Thread thread =
        Thread.ofPlatform()
            .name("process-birth-rehearsal")
            .start(() -> {
              try {
                new EnclosedBirth(kernel, spawn, confinement)
                    .start(
                        List.of("/nonexistent/program"),
                        List.of(),
                        new Enclosure(List.of(), List.of(), false, false),
                        List.of(),
                        0,
                        2);
              } catch (Kernel.Refused _) {
                // as it should be
              }
            });
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
