package sorte.strategy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that multiplies a line: a `double`, such as 2 average true ranges. Its constants are
/// the default and the bounds, both bounds included.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Multiple {
  /// The default.
  double value();

  /// The smallest value allowed.
  double min();

  /// The largest value allowed.
  double max();
}
