package sorte.strategy.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// What stands between one decision of a metered strategy and the next: it ends the last one and
/// says whether there is anything to run another on. A handle, so that the loop made for a strategy
/// has it as a constant.
///
/// @param next takes nothing, gives a boolean
public record Toll(MethodHandle next) {
  /// Always paid: what is not metered.
  public static final Toll NONE = new Toll(MethodHandles.constant(boolean.class, true));

  public Toll {
    if (!next.type().equals(MethodType.methodType(boolean.class))) {
      throw new IllegalArgumentException(
          "a toll takes nothing and gives a boolean, was " + next.type());
    }
  }

  /// Asks it.
  public boolean paid() {
    try {
      return (boolean) next.invokeExact();
    } catch (Throwable e) {
      throw new LinkageError("the meter cannot be read", e);
    }
  }

  /// Thrown where a strategy spent its steps and went on.
  public static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Spent() {
      super("the steps of a decision, or of the release's life, were spent");
    }
  }
}
