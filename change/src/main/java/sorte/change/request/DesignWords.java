package sorte.change.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sorte.change.design.Design;
import sorte.change.design.Hold;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Value;
import sorte.trading.words.Phrasebook;

/// A described strategy, said back in a person's words: when it goes in and out, how it holds.
final class DesignWords {
  private final Phrasebook book;
  private final boolean comma;

  DesignWords(Phrasebook book, Language language) {
    this.book = book;
    this.comma = language == Language.PT;
  }

  String of(Design design) {
    List<String> said = new ArrayList<>();
    design.timeframe().ifPresent(t -> said.add(book.say("design.timeframe", t)));
    design.enterLong().ifPresent(t -> said.add(book.say("design.long.entry", test(t))));
    design.exitLong().ifPresent(t -> said.add(book.say("design.long.exit", test(t))));
    design.enterShort().ifPresent(t -> said.add(book.say("design.short.entry", test(t))));
    design.exitShort().ifPresent(t -> said.add(book.say("design.short.exit", test(t))));
    if (design.enterShort().isEmpty()) {
      said.add(book.say("design.no-short"));
    }
    hold(design.hold(), said);
    return String.join("; ", said);
  }

  private void hold(Hold hold, List<String> said) {
    said.add(
        hold.size().isPresent()
            ? book.say("design.size", percent(hold.size().getAsDouble()))
            : book.say("design.all-in"));
    hold.stop().ifPresent(v -> said.add(book.say("design.stop", percent(v))));
    hold.stopDistance().ifPresent(v -> said.add(book.say("design.stop", value(v))));
    hold.stopAt().ifPresent(v -> said.add(book.say("design.stop.at", value(v))));
    hold.stopAtShort().ifPresent(v -> said.add(book.say("design.stop.at.short", value(v))));
    hold.target().ifPresent(v -> said.add(book.say("design.target", percent(v))));
    hold.targetByStop().ifPresent(v -> said.add(book.say("design.target.stop", number(v))));
    hold.risk().ifPresent(v -> said.add(book.say("design.risk", percent(v))));
    hold.trailing().ifPresent(v -> said.add(book.say("design.trailing", percent(v))));
    hold.trailingByStop().ifPresent(v -> said.add(book.say("design.trailing.stop", number(v))));
    hold.bars().ifPresent(v -> said.add(book.say("design.bars", String.valueOf(v))));
    hold.cooldown().ifPresent(v -> said.add(book.say("design.cooldown", String.valueOf(v))));
    if (hold.flatOnly()) {
      said.add(book.say("design.flat-only"));
    }
    hold.hours().ifPresent(v -> said.add(book.say("design.hours", v)));
  }

  private String test(Test test) {
    return switch (test) {
      case Test.All(var tests) -> joined(tests, book.say("and"));
      case Test.Any(var tests) -> joined(tests, book.say("or"));
      case Test.Compare c ->
          value(c.left()) + " " + book.say("op." + c.is().code()) + " " + right(c);
    };
  }

  /// A minute of the day as a clock shows it.
  private String right(Test.Compare c) {
    boolean clock =
        c.left() instanceof Value.Indicator i
            && i.study() == Study.MINUTE
            && c.right() instanceof Value.Number(double minute)
            && minute == Math.rint(minute);
    if (!clock || !(c.right() instanceof Value.Number(double minute))) {
      return value(c.right());
    }
    int whole = (int) minute;
    return "%02d:%02d".formatted(whole / 60, whole % 60);
  }

  private String joined(List<Test> tests, String between) {
    return tests.stream()
        .map(t -> t instanceof Test.Compare ? test(t) : "(" + test(t) + ")")
        .collect(Collectors.joining(between));
  }

  private String value(Value value) {
    return switch (value) {
      case Value.Price(String field) ->
          field.equals("volume") ? book.say("volume") : book.say("price." + field);
      case Value.Number(double n) -> number(n);
      case Value.Indicator i ->
          i.study().code()
              + (i.line().isEmpty() || i.line().equals(i.study().code()) ? "" : "." + i.line())
              + numbers(i);
      case Value.Ago(Value of, int bars) -> book.say("design.ago", value(of), String.valueOf(bars));
      case Value.Magnitude(Value of) -> "|" + value(of) + "|";
      case Value.Since(Test test) -> book.say("design.since", test(test));
      case Value.Computed c -> computed(c);
    };
  }

  private String computed(Value.Computed c) {
    boolean chosen = c.sign() == Value.Sign.LARGER || c.sign() == Value.Sign.SMALLER;
    return chosen
        ? c.sign().code() + "(" + value(c.left()) + "; " + value(c.right()) + ")"
        : "(" + value(c.left()) + " " + c.sign().code() + " " + value(c.right()) + ")";
  }

  private String numbers(Value.Indicator i) {
    List<String> said = new ArrayList<>();
    i.of().ifPresent(of -> said.add(value(of)));
    i.numbers().forEach(n -> said.add(number(n)));
    return said.isEmpty() ? "" : "(" + String.join("; ", said) + ")";
  }

  private String percent(double fraction) {
    return number(BigDecimal.valueOf(fraction).movePointRight(2).doubleValue()) + " %";
  }

  private String number(double value) {
    String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return comma ? plain.replace('.', ',') : plain;
  }
}
