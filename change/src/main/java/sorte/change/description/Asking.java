package sorte.change.description;

import java.util.List;

/// Whether a sentence asks for something: holds what only a rule holds, or tells to do something.
final class Asking {
  private Asking() {}

  /// Whether a sentence holds what only a rule holds.
  static boolean asks(List<Mark> marks) {
    return marks.stream()
        .anyMatch(m ->
            m.isAny(
                "IF",
                "<",
                ">",
                "<=",
                ">=",
                "ABOVE",
                "BELOW",
                "CROSSUP",
                "CROSSDN",
                "CROSS",
                "STOP",
                "TARGET",
                "TRAIL",
                "SIZE",
                "RISKWORD",
                "NOT",
                "ONLY",
                "BETWEEN",
                "TIME",
                "HOLDWORD",
                "REACH"));
  }

  /// Whether a sentence tells to do something, or waits for it.
  static boolean acts(List<Mark> marks) {
    return marks.stream()
        .anyMatch(m ->
            m.isAny(
                    "ENTER",
                    "EXIT",
                    "BUY",
                    "SELL",
                    "IF",
                    "ONLY",
                    "NOT",
                    "POSITION",
                    "LONG",
                    "SHORT",
                    "SIGNALWORD",
                    "STATE",
                    "CLOSEWORD")
                || m.raw()
                    .matches(
                        "pattern|trend|direction|confirm\\w*|wait|filter\\w*|divergence|tendencia|padrao|filtro|divergencia"));
  }
}
