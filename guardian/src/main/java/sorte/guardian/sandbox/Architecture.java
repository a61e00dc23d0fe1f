package sorte.guardian.sandbox;

import java.util.Locale;
import java.util.Optional;

/// The processors whose system calls are known here.
public enum Architecture {
  X86_64(0xC000003E),
  AARCH64(0xC00000B7);

  private final int auditNumber;

  Architecture(int auditNumber) {
    this.auditNumber = auditNumber;
  }

  /// What the kernel writes into `seccomp_data.arch` (linux/audit.h).
  int auditNumber() {
    return auditNumber;
  }

  /// The architecture that a JVM calls `os.arch`.
  public static Optional<Architecture> of(String osArch) {
    return switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64", "arm64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  /// This machine's, where it is known.
  public static Optional<Architecture> here() {
    return System.getProperty("os.name", "").equals("Linux")
        ? of(System.getProperty("os.arch", ""))
        : Optional.empty();
  }
}
