package sorte.strategy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is a share of one: a `double`, 0.02 for two percent. Its constants are the
/// default and the bounds, both bounds included.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Fraction {
  /// The default.
  double value();

  /// The smallest value allowed.
  double min();

  /// The largest value allowed.
  double max();
}
