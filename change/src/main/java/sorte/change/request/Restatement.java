package sorte.change.request;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;
import sorte.trading.words.Phrasebook;

/// What was understood, said back in the sentence's language before anything happens, with what was
/// left out: "Vou mudar o stop loss de 3 % para 2 % na ema-cross."
public final class Restatement {
  private final Language language;
  private final Phrasebook book;
  private final Map<String, Double> current;

  private Restatement(Language language, Map<String, Double> current) {
    this.language = language;
    this.book = Phrasebook.load("sorte/change/request/restatement", language.code());
    this.current = current;
  }

  /// The text of an understanding. `currentValues` holds what is known of the parameters as they
  /// are now, by the name of the plan (`stop-loss`), percentages as fractions.
  public static String of(Understanding understanding, Map<String, Double> currentValues) {
    return switch (understanding) {
      case Understanding.Question question ->
          question.question() + " (" + String.join(" / ", question.options()) + ")";
      case Understanding.Refusal refusal -> refusal.reason();
      case Understanding.Plan plan -> new Restatement(plan.language(), currentValues).plan(plan);
    };
  }

  private String plan(Understanding.Plan plan) {
    String actions =
        plan.actions().stream()
            .map(a -> saysWhere(a) ? action(a) : action(a) + on(a.strategy()))
            .collect(Collectors.joining("; "));
    String said = book.say("plan", actions);
    return plan.leftOut().isEmpty()
        ? said
        : said + " " + book.say("left-out", String.join(", ", plan.leftOut()));
  }

  /// Whether its words tell the strategy themselves.
  private static boolean saysWhere(Action action) {
    return action instanceof Action.Refactor || action instanceof Action.GenerateTests;
  }

  private String on(@Nullable String strategy) {
    return strategy == null ? "" : " " + book.say("on-strategy", strategy);
  }

  private String action(Action action) {
    String name = ActionJson.name(action);
    return switch (action) {
      case Action.SetParameter a -> set(a);
      case Action.ScaleParameter a ->
          say(name, parameter(a.parameter()), number(a.factor()), now(a.parameter()));
      case Action.ShiftParameter a ->
          say(name, parameter(a.parameter()), value(a.parameter(), a.by()), now(a.parameter()));
      case Action.AddCondition a -> say(name, rule(a.on(), a.side()), conditions(a.when()));
      case Action.SetRule a -> say(name, rule(a.on(), a.side()), conditions(a.when()));
      case Action.RemoveCondition a -> {
        Rule on = a.on();
        yield on == null
            ? say(name, a.indicator())
            : say(name + ".on", a.indicator(), rule(on, Side.LONG));
      }
      case Action.CreateStrategy a -> {
        Design design = a.design();
        yield design == null
            ? say(name, or(a.name(), "…"), conditions(a.entry()), conditions(a.exit()))
            : say("design", or(a.name(), "…"), new DesignWords(book, language).of(design));
      }
      case Action.Refactor a -> new CodeWords(language).refactoring(a);
      case Action.OptimiseCode a -> say(name, or(a.target(), ""));
      case Action.GenerateTests a -> new CodeWords(language).tests(a);
      case Action.WriteCode a -> say(name, a.instruction());
      case Action.Evolve a -> say(name + "." + a.direction().code(), a.objective().code());
      case Action.Backtest a -> say(name, or(a.since(), ""));
      case Action.Deploy a -> {
        DeployMode mode = a.mode();
        yield say(name, or(a.change(), ""), mode == null ? "" : mode.code());
      }
      case Action.Rollback a ->
          a.to().equals("previous") ? say(name + ".previous") : say(name, a.to());
      case Action.Approve a -> say(name, or(a.change(), ""));
      case Action.Reject a -> say(name, or(a.change(), ""));
      case Action.Report a -> say(name, book.say("topic." + a.about().code()));
      case Action.Explain a -> say(name, book.say("topic." + a.about().code()));
      case Action.SetConfig a -> say(name, a.key().code(), text(a.value()));
      case Action.Restore a -> say(name, or(a.to(), ""));
      case Action.PauseTrading _,
          Action.ResumeTrading _,
          Action.ClosePositions _,
          Action.StopEverything _,
          Action.Backup _ ->
          say(name);
    };
  }

  private String say(String key, Object... values) {
    return book.say(key, values).strip();
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private String set(Action.SetParameter a) {
    String to =
        switch (a.value()) {
          case Setting.Amount amount -> value(a.parameter(), amount.value());
          case Setting.Text text -> text.value();
        };
    Double now = current.get(a.parameter().code());
    return now == null
        ? say("set-parameter", parameter(a.parameter()), to)
        : say("set-parameter.from", parameter(a.parameter()), value(a.parameter(), now), to);
  }

  private String now(Parameter parameter) {
    Double now = current.get(parameter.code());
    return now == null ? "" : say("now", value(parameter, now));
  }

  private String parameter(Parameter parameter) {
    return book.say("parameter." + parameter.code());
  }

  private String rule(Rule on, Side side) {
    return book.say("rule." + on.code() + (side == Side.SHORT ? ".short" : ""));
  }

  /// A fraction as a percentage; other numbers as they stand; the decimal sign of the language.
  private String value(Parameter parameter, double value) {
    boolean fraction =
        ParameterValue.isFraction(parameter)
            || (parameter == Parameter.POSITION_SIZE || parameter == Parameter.DAILY_LOSS_LIMIT)
                && Math.abs(value) <= 1;
    return fraction
        ? number(BigDecimal.valueOf(value).movePointRight(2).doubleValue()) + " %"
        : number(value);
  }

  private String number(double value) {
    String plain =
        BigDecimal.valueOf(ParameterValue.plain(value)).stripTrailingZeros().toPlainString();
    return language == Language.PT ? plain.replace('.', ',') : plain;
  }

  private String text(Setting setting) {
    return switch (setting) {
      case Setting.Amount amount -> number(amount.value());
      case Setting.Text text -> text.value();
    };
  }

  private String conditions(List<Condition> conditions) {
    return conditions.stream().map(this::condition).collect(Collectors.joining(book.say("and")));
  }

  private String condition(Condition c) {
    String left = operand(c.left()) + " " + book.say("op." + c.op().code());
    Operand right = c.right();
    String times = c.times() == 1 ? "" : number(c.times()) + " × ";
    return right == null ? left : left + " " + times + operand(right);
  }

  private String operand(Operand operand) {
    return switch (operand) {
      case Operand.Price p -> book.say("price." + p.price().code());
      case Operand.Volume _ -> book.say("volume");
      case Operand.Level l -> number(l.number());
      case Operand.Indicator i -> {
        IndicatorLine line = i.line();
        Integer period = i.period();
        yield book.say("indicator." + i.kind().code())
            + (period == null ? "" : "(" + period + ")")
            + (line == null ? "" : " " + book.say("line." + line.code()));
      }
    };
  }
}
