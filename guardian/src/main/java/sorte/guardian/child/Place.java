package sorte.guardian.child;

import java.util.Locale;
import java.util.TimeZone;

/// Where a run takes place, as far as a JVM knows: its locale, whose letters, digits and words may
/// be others, and its time zone. Two of each, in every pair.
public enum Place {
  /// Whatever the child was started with.
  AS_BORN,
  ENGLISH_UTC,
  ENGLISH_AHEAD,
  TURKISH_UTC,
  TURKISH_AHEAD;

  /// A zone in which it is tomorrow for half of the day.
  private static final String AHEAD = "Pacific/Kiritimati";

  /// Does the work there, and comes back.
  <T> T during(java.util.function.Supplier<T> work) {
    if (this == AS_BORN) {
      return work.get();
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    boolean turkish = this == TURKISH_UTC || this == TURKISH_AHEAD;
    boolean ahead = this == ENGLISH_AHEAD || this == TURKISH_AHEAD;
    Locale.setDefault(turkish ? Locale.of("tr", "TR") : Locale.ENGLISH);
    TimeZone.setDefault(TimeZone.getTimeZone(ahead ? AHEAD : "UTC"));
    try {
      return work.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
