package sorte.change.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Truth;
import sorte.change.design.Value;

/// Flags that a text sets and takes down: "if the width crosses above the upper extreme, set
/// upper_regime = True (lower_regime = False)". A flag is up where what sets it was later than what
/// takes it down; one that nothing takes down is not understood.
final class Flags {
  private static final Pattern SET =
      Pattern.compile(
          "(?is)^(?:if|when|whenever|once|se|quando) (.+?),? (?:then |entao |ent[aã]o )?(?:set|raise|defina|marque|ligue) (?:the |an? |o |a )?(?:flag )?([a-z]\\w*)\\s*(?:=|to|como|para)\\s*(?:true|1|verdadeir[oa]|up)(?:\\s*[(,]\\s*(?:and |e )?([a-z]\\w*)\\s*(?:=|to|como|para)\\s*(?:false|0|fals[oa])\\)?)?[.]?$");

  private static final Pattern TAKEN_DOWN =
      Pattern.compile(
          "(?is)^(?:if|when|whenever|once|se|quando) (.+?),? (?:then |entao |ent[aã]o )?(?:set|reset|clear|defina|marque|desligue) (?:the |an? |o |a )?(?:flag )?([a-z]\\w*)(?:\\s*(?:=|to|como|para)\\s*(?:false|0|fals[oa]))?[.]?$");

  private final Map<String, List<Test>> up = new LinkedHashMap<>();
  private final Map<String, List<Test>> down = new LinkedHashMap<>();

  /// Takes in a sentence that sets a flag, or takes one down; false for others.
  boolean read(String sentence, TextReader text, Bodies bodies) {
    Matcher set = SET.matcher(sentence.strip());
    boolean sets = set.matches();
    Matcher reset = TAKEN_DOWN.matcher(sentence.strip());
    if (!sets && !reset.matches()) {
      return false;
    }
    Matcher found = sets ? set : reset;
    Test test = bodies.test(Bodies.headless(text.marks(found.group(1))));
    String name = Scanner.fold(found.group(2));
    boolean known = up.containsKey(name) || down.containsKey(name);
    if (test == null || Truth.of(test).isEmpty() || !known && !text.unknown(name)) {
      return false;
    }
    (sets ? up : down).computeIfAbsent(name, _ -> new ArrayList<>()).add(test);
    text.known.flag(name, sentence);
    if (sets && set.group(3) != null) {
      String other = Scanner.fold(set.group(3));
      down.computeIfAbsent(other, _ -> new ArrayList<>()).add(test);
      text.known.flag(other, sentence);
    }
    return true;
  }

  /// Whether a flag is up; null where nothing sets it, or nothing takes it down.
  @Nullable Test test(String name) {
    List<Test> sets = up.getOrDefault(name, List.of());
    List<Test> resets = down.getOrDefault(name, List.of());
    return sets.isEmpty() || resets.isEmpty()
        ? null
        : new Test.Compare(
            new Value.Since(Test.any(sets)), Is.BELOW, new Value.Since(Test.any(resets)));
  }
}
