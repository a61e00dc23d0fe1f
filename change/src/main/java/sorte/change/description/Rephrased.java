package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.description.Place.Part;

/// Sentences said in plainer words before they are read, by a list that is data.
final class Rephrased {
  /// How often the list is gone through for one sentence.
  private static final int MOST = 3;

  private static final String BECOMES = " =>";

  /// @param in where such a sentence stands; empty for anywhere
  private record Rule(Optional<Part> in, Pattern said, String plain) {}

  private final List<Rule> rules;

  private Rephrased(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static Rephrased load() {
    List<Rule> rules = new ArrayList<>();
    for (String line : Vocabulary.lines("rephrased.txt")) {
      int cut = line.lastIndexOf(BECOMES);
      String said = line.substring(0, cut);
      Optional<Part> in = Optional.empty();
      for (Part part : Part.values()) {
        if (said.startsWith(part.name() + " ")) {
          in = Optional.of(part);
          said = said.substring(part.name().length() + 1);
        }
      }
      String plain = line.substring(cut + BECOMES.length()).strip();
      rules.add(new Rule(in, Pattern.compile(said), plain));
    }
    return new Rephrased(rules);
  }

  /// The sentence in plainer words; itself where there are none.
  String plain(String sentence, Part part) {
    String plain = sentence.strip();
    for (int round = 0; round < MOST; round++) {
      String before = plain;
      for (Rule rule : rules) {
        Matcher m = rule.said().matcher(plain);
        if (rule.in().map(p -> p == part).orElse(true) && m.find()) {
          plain = m.replaceFirst(rule.plain()).strip();
          break;
        }
      }
      if (plain.equals(before)) {
        return plain;
      }
    }
    return plain;
  }
}
