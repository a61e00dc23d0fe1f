package kill;

/// Something that must hold after a kill did not hold.
final class Broken extends Exception {
  private static final long serialVersionUID = 1L;

  Broken(String what) {
    super(what);
  }

  static void unless(boolean holds, String what) throws Broken {
    if (!holds) {
      throw new Broken(what);
    }
  }
}
