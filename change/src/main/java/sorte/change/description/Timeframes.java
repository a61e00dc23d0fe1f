package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The length of the bars that a text names.
final class Timeframes {
  private static final Pattern TIMEFRAME =
      Pattern.compile(
          "(?i)(?<!to |– |-)\\b(?:(\\d{1,3})[- ]?(minutes?|mins?|m|hours?|h|minutos?|horas?)\\b(?! (?:after|before|window|of the|of trading|from|until))|([mh])(\\d{1,3})\\b|(d1|daily|di[aá]ri[oa])\\b)");

  private Timeframes() {}

  /// The bars that the text names, where it names one length.
  static Optional<String> of(String text) {
    Matcher m = TIMEFRAME.matcher(text);
    List<String> found = new ArrayList<>();
    while (m.find()) {
      String said = said(m);
      if (!found.contains(said)) {
        found.add(said);
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String said(Matcher m) {
    if (m.group(5) != null) {
      return "1d";
    }
    if (m.group(3) != null) {
      return m.group(4) + m.group(3).toLowerCase(Locale.ROOT);
    }
    return m.group(1) + m.group(2).substring(0, 1).toLowerCase(Locale.ROOT);
  }
}
