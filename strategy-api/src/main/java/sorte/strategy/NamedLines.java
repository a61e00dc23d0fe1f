package sorte.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The lines of a strategy's indicators under names of their own, for those who look at them from
/// outside: the kind and the how-manieth of it, `sma-2`; of an indicator with several lines the
/// how-manieth as well, `bollinger-1.3`; of one over slower bars their timeframe, `4h-sma-1`.
final class NamedLines {
  private final List<String> names = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();

  /// An output was made; the step declared next is the one that sets it.
  void output(Output output) {
    outputs.add(output);
  }

  void declared(String prefix, Step step) {
    String kind = prefix + step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String name = kind + "-" + kinds.merge(kind, 1, Integer::sum);
    if (step instanceof Line line) {
      names.add(name);
      lines.add(line);
    }
    for (int i = 0; i < outputs.size(); i++) {
      names.add(name + "." + (i + 1));
      lines.add(outputs.get(i));
    }
    outputs.clear();
  }

  List<String> names() {
    return List.copyOf(names);
  }

  Line at(int index) {
    return lines.get(index);
  }
}
