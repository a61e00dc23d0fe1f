package sorte.change.description;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.description.Place.Side;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads that a trade ends where its breakout fails soon: "if the price returns within the bands
/// within 3 bars after the breakout, close the position": of longs the one above, of shorts the one
/// below.
final class FailedBreakouts {
  private static final Pattern SAID =
      Pattern.compile(
          "(?iu)^(?:if|when|se|quando) (?:(?:after|following|ap[oó]s|depois d[oa]) (?:the |o )?(?:breakout|rompimento) )?(?:the |o )?(?:price|pre[cç]o) (?:quickly |rapidly |rapidamente )?(?:returns?|closes?|comes?|falls?|moves?|volta|voltar|fecha|fechar) (?:back )?(?:within|inside|into|in|para dentro d[aeo]s?|dentro d[aeo]s?) (?:the |as |o )?(bollinger bands?|bands?|donchian channel|keltner channels?|channel|bandas(?: de bollinger)?|canal(?: de donchian)?) \\(?(?:within|em at[eé]|em|dentro de) (\\d{1,3}) (?:bars?|candles?|barras?)\\)?(?: (?:after|of|following|ap[oó]s|depois d[oa]) (?:the |o )?(?:breakout|rompimento))?,? (?:the position (?:must be|is|should be) (?:forcibly |immediately )?closed|close the position|exit|feche a posi[cç][aã]o|encerre a posi[cç][aã]o|saia)[.]?$");

  private final TextReader text;

  FailedBreakouts(TextReader text) {
    this.text = text;
  }

  /// Takes in a sentence of the kind; false for others, and where nobody knows which channel.
  boolean read(String sentence) {
    Matcher m = SAID.matcher(sentence.strip());
    boolean told =
        m.matches() && Scanner.fold(m.group()).matches(".*\\b(?:breakout|rompimento)\\b.*");
    if (!told) {
      return false;
    }
    Values in = new Values(text.marks(m.group(1)), text.known);
    String code = in.is("BAND") ? text.known.channel().orElse("") : in.mark(0).code();
    if (!code.equals("BB") && !code.equals("DC") && !code.equals("KC")) {
      return false;
    }
    Optional<List<Double>> numbers =
        text.known.numbers(code).or(() -> Studies.completed(code, List.of()));
    Optional<Value> low = numbers.flatMap(n -> Studies.make(code, n, "lower", Optional.empty()));
    Optional<Value> high = numbers.flatMap(n -> Studies.make(code, n, "upper", Optional.empty()));
    if (low.isEmpty() || high.isEmpty()) {
      return false;
    }
    Value bars = new Value.Number(Double.parseDouble(m.group(2)));
    failed(Side.LONG, Is.CROSSES_ABOVE, high.get(), bars, low.get(), high.get());
    failed(Side.SHORT, Is.CROSSES_BELOW, low.get(), bars, low.get(), high.get());
    return true;
  }

  private void failed(Side side, Is way, Value line, Value bars, Value low, Value high) {
    Value close = new Value.Price("close");
    Value since = new Value.Since(new Test.Compare(close, way, line));
    text.exits.alternative(
        side,
        Test.all(
            List.of(
                new Test.Compare(since, Is.AT_OR_BELOW, bars),
                new Test.Compare(close, Is.AT_OR_ABOVE, low),
                new Test.Compare(close, Is.AT_OR_BELOW, high))));
  }
}
