package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Brackets behind a level of a comparison that only say it once more.
final class Gloss {
  private final Values in;

  Gloss(Values in) {
    this.in = in;
  }

  /// Goes past them.
  ///
  /// @param last the level
  void skip(@Nullable Value last) {
    while (in.is("(")) {
      int end = Remarks.closing(in.marks, in.at);
      boolean same = in.mark(1).is("EG") && in.mark(1).raw().startsWith("i");
      if (end < 0
          || !same && Remarks.binds(in.marks.subList(in.at + 1, end)) && !repeats(last, end)) {
        return;
      }
      in.at = end + 1;
    }
  }

  /// The middle band is an average.
  private static Optional<Value> middleOf(@Nullable Value value) {
    return value instanceof Value.Indicator i
            && i.study() == Study.BOLLINGER
            && i.line().equals("middle")
        ? Optional.of(new Value.Indicator(Study.SMA, List.of(i.numbers().getFirst()), "", i.of()))
        : Optional.empty();
  }

  /// Whether brackets only say a name that means what was said before them: `(lower_bb)`.
  private boolean repeats(@Nullable Value last, int end) {
    List<Mark> inner = in.marks.subList(in.at + 1, end);
    Values again = new Values(new ArrayList<>(inner), in.known);
    Value value = again.value();
    if (value != null
        && again.done()
        && (value.equals(last) || middleOf(last).filter(value::equals).isPresent())) {
      return true;
    }
    return inner.stream().allMatch(m -> m.isAny("CROSS", "DIRUP", "DIRDN"))
        || inner.size() == 1
            && (inner.getFirst().is("CROSS")
                || in.known.isName(inner.getFirst().code())
                || inner.getFirst().isAny("UPPER", "LOWER", "MIDDLE"));
  }
}
