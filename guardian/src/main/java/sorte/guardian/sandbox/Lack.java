package sorte.guardian.sandbox;

/// What a machine may lack for confining a child. Each has a phrase saying what is missing and one
/// saying how to get it, in the phrasebook `sorte/guardian/sandbox/words`.
public enum Lack {
  /// Not Linux.
  SYSTEM("lack.system"),
  /// Neither x86-64 nor arm64.
  ARCHITECTURE("lack.architecture"),
  /// This JVM may not call the kernel (`--enable-native-access`).
  NATIVE_ACCESS("lack.native"),
  /// No landlock: an old kernel, or switched off, or refused by a container's profile.
  LANDLOCK("lack.landlock"),
  /// No seccomp filters.
  SECCOMP("lack.seccomp"),
  /// No `close_range`: Linux before 5.11, or refused by a container's profile.
  CLOSE_RANGE("lack.close-range");

  private final String key;

  Lack(String key) {
    this.key = key;
  }

  /// The phrase that says what is missing; with `.remedy` behind it, what to do.
  public String key() {
    return key;
  }
}
