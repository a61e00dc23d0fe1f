package sorte.guardian.sandbox;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Asks the kernel, changing nothing.
final class Probe {

  /// seccomp(2), operation SECCOMP_GET_ACTION_AVAIL.
  private static final int SECCOMP_GET_ACTION_AVAIL = 2;

  private Probe() {}

  static Confinement look() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return new Confinement(Optional.empty(), 0, false, List.of(Lack.SYSTEM));
    }
    Optional<Architecture> here = Architecture.here();
    if (here.isEmpty()) {
      return new Confinement(here, 0, false, List.of(Lack.ARCHITECTURE));
    }
    Kernel kernel;
    try {
      kernel = Kernel.on(here.get());
    } catch (IllegalCallerException | IllegalStateException _) {
      return new Confinement(here, 0, false, List.of(Lack.NATIVE_ACCESS));
    }
    EnumSet<Lack> lacks = EnumSet.noneOf(Lack.class);
    int abi = Landlock.abi(kernel);
    if (abi < 1) {
      lacks.add(Lack.LANDLOCK);
    }
    if (!SeccompFilter.available(kernel, SECCOMP_GET_ACTION_AVAIL)) {
      lacks.add(Lack.SECCOMP);
    }
    // an empty range above every descriptor: says whether the call is there, closes nothing
    if (kernel.call(Call.CLOSE_RANGE, 0xFFFF_FFFEL, 0xFFFF_FFFFL, 0) < 0) {
      lacks.add(Lack.CLOSE_RANGE);
    }
    boolean root = kernel.call(Call.GETEUID) == 0;
    return new Confinement(here, Math.max(0, abi), root, new ArrayList<>(lacks));
  }
}
