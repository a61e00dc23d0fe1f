package sorte.guardian.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.strategy.run.ParameterName;
import sorte.strategy.run.ParameterSpec;

/// A strategy in which nothing changed but the name of a parameter. A test that says the same of it
/// by the new name is the same test.
final class Renamed {
  private static final String SPOKEN = "\"[A-Za-z][A-Za-z0-9]*([ ._-][A-Za-z0-9]+)*\"";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private final String from;
  private final String to;

  private Renamed(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /// What took another name, where two texts differ in that and in nothing else.
  static Optional<Renamed> between(String before, String after) {
    Map<String, String> pairs = new TreeMap<>();
    List<String> was = parts(before);
    List<String> is = parts(after);
    if (was.size() != is.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i))) {
        String other = pairs.putIfAbsent(was.get(i), is.get(i));
        if (other != null && !other.equals(is.get(i))) {
          return Optional.empty();
        }
      }
    }
    if (pairs.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, String> pair = pairs.entrySet().iterator().next();
    boolean names =
        pair.getKey().matches("[a-z][A-Za-z0-9_]*")
            && pair.getValue().matches("[a-z][A-Za-z0-9_]*");
    boolean fresh = !was.contains(pair.getValue()) && isParameter(before, pair.getKey());
    return names && fresh
        ? Optional.of(new Renamed(pair.getKey(), pair.getValue()))
        : Optional.empty();
  }

  /// Read where the record declares it: behind its unit and its type.
  private static boolean isParameter(String text, String name) {
    return Pattern.compile(
            "@\\s*(?:[\\w.]+\\.)?(?:Bars|Fraction|Level|Multiple|Money)\\s*\\([^()]*\\)\\s*"
                + "(?:int|double)\\s+"
                + Pattern.quote(name)
                + "\\b")
        .matcher(text)
        .find();
  }

  /// Whether a test differs only in how it names the parameter, in words or as in Java.
  boolean explains(String before, String after) {
    List<String> was = quoted(before);
    List<String> is = quoted(after);
    if (was.size() != is.size()) {
      return false;
    }
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i)) && !follows(was.get(i), is.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean follows(String before, String after) {
    return before.matches(SPOKEN)
        && ParameterName.fold(before).equals(ParameterName.fold(from))
        && (after.equals('"' + to + '"') || after.equals('"' + spoken(to) + '"'));
  }

  private static String spoken(String parameter) {
    return new ParameterSpec(parameter, ParameterSpec.Kind.LEVEL, 0, 0, 0).spoken();
  }

  /// Words and what stands between them, in turn.
  private static List<String> parts(String text) {
    return cut(WORD, text);
  }

  /// Quoted words and what stands between them, in turn.
  private static List<String> quoted(String text) {
    return cut(Pattern.compile("\"[^\"\\\\\\n]*\""), text);
  }

  private static List<String> cut(Pattern pattern, String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int at = 0;
    while (matcher.find()) {
      parts.add(text.substring(at, matcher.start()));
      parts.add(matcher.group());
      at = matcher.end();
    }
    parts.add(text.substring(at));
    return parts;
  }
}
