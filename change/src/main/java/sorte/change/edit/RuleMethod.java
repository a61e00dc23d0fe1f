package sorte.change.edit;

import sorte.change.request.Rule;
import sorte.change.request.Side;

/// The four rules of a strategy, in the contract's order.
public enum RuleMethod {
  ENTER_LONG("enterLong", Rule.ENTRY, Side.LONG),
  EXIT_LONG("exitLong", Rule.EXIT, Side.LONG),
  ENTER_SHORT("enterShort", Rule.ENTRY, Side.SHORT),
  EXIT_SHORT("exitShort", Rule.EXIT, Side.SHORT);

  private final String method;
  private final Rule rule;
  private final Side side;

  RuleMethod(String method, Rule rule, Side side) {
    this.method = method;
    this.rule = rule;
    this.side = side;
  }

  public static RuleMethod of(Rule rule, Side side) {
    return switch (rule) {
      case ENTRY -> side == Side.LONG ? ENTER_LONG : ENTER_SHORT;
      case EXIT -> side == Side.LONG ? EXIT_LONG : EXIT_SHORT;
    };
  }

  public String method() {
    return method;
  }

  public Rule rule() {
    return rule;
  }

  public Side side() {
    return side;
  }

  Phrase phrase() {
    return Phrase.of("rule." + method);
  }
}
