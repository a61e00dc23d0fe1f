package sorte.meter;

/// Thrown into a release that used up its steps. Carries no trace: it is thrown at every further
/// step, and must cost nothing.
public final class FuelSpent extends Error {
  private static final long serialVersionUID = 1L;

  FuelSpent() {
    super("the steps of this release are spent", null, false, false);
  }
}
