package sorte.change.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Truth;
import sorte.change.design.Value;

/// Conditions that wait for another one of the same list, by its label: "Retest: within the next 5
/// days after the breakout, …" asks for what stands under "Breakout" on one of the bars before, no
/// longer on this one.
final class Events {
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?isu)^(?:within|nos|nas|dentro de|em at[eé]) (?:the )?(?:next |following |pr[oó]xim[oa]s )?(\\w+) (?:trading |daily )?(bars?|candles?|days?|sessions?|barras?|dias?|preg[oõ]es) (?:after|following|ap[oó]s|depois d[oa])(?: the| [oa])? (\\p{L}+),? (.+)$");

  private static final Pattern ON =
      Pattern.compile(
          "(?isu)^(?:on|at|no|na) (?:the )?(?:(\\p{L}+) (?:day|bar|candle)|(?:dia|barra|candle) d[oa] (\\p{L}+))(?:\\s*\\([^()]*\\))?,? (.+)$");

  private final TextReader text;
  private final Bodies bodies;
  private final Groups groups;

  Events(TextReader text, Bodies bodies, Groups groups) {
    this.text = text;
    this.bodies = bodies;
    this.groups = groups;
  }

  /// Takes in a sentence of the kind; false for others.
  boolean read(String sentence) {
    Matcher within = WITHIN.matcher(sentence.strip());
    if (within.matches()) {
      return waits(within);
    }
    Matcher on = ON.matcher(sentence.strip());
    if (!on.matches()) {
      return false;
    }
    String label = on.group(1) == null ? on.group(2) : on.group(1);
    @Nullable Test test =
        groups.labelled(label) == null
            ? null
            : bodies.test(Bodies.headless(text.marks(on.group(3))));
    if (test != null) {
      groups.pending(test, text.entries.sentence);
    }
    return test != null;
  }

  private boolean waits(Matcher said) {
    String count = Scanner.fold(said.group(1));
    double bars = count.matches("\\d{1,4}") ? Double.parseDouble(count) : TextReader.counted(count);
    boolean days = Scanner.fold(said.group(2)).matches("days?|sessions?|dias?|pregoes");
    @Nullable Test event = groups.labelled(said.group(3));
    @Nullable Test test =
        event == null ? null : bodies.test(Bodies.headless(text.marks(said.group(4))));
    if (test == null
        || event == null
        || Truth.of(event).isEmpty()
        || bars < 1
        || days && !text.known.daily) {
      return false;
    }
    Value since = new Value.Ago(new Value.Since(event), 1);
    groups.replace(event, new Test.Compare(since, Is.AT_OR_BELOW, new Value.Number(bars - 1)));
    groups.pending(test, text.entries.sentence);
    return true;
  }
}
