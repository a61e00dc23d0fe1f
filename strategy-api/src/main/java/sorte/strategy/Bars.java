package sorte.strategy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter counted in whole bars: an `int`, such as a period, a time stop, a cooldown. Its
/// constants are the default and the bounds, both bounds included.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Bars {
  /// The default.
  int value();

  /// The smallest value allowed.
  int min();

  /// The largest value allowed.
  int max();
}
