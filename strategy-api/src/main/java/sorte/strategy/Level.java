package sorte.strategy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is a height of some line: a `double`, such as 70 for an overbought RSI. Its
/// constants are the default and the bounds, both bounds included.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Level {
  /// The default.
  double value();

  /// The smallest value allowed.
  double min();

  /// The largest value allowed.
  double max();
}
