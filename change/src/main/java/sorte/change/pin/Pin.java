package sorte.change.pin;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sorte.change.edit.RuleMethod;

/// A case that becomes a test, and the twists that it is there for.
///
/// @param rule the rule whose answer at the last bar they turn; null where they show in any bar
/// @param holds that rule's answer
/// @param text the decisions
record Pin(
    Bench.Case of,
    @Nullable RuleMethod rule,
    boolean holds,
    SortedSet<Integer> twists,
    String text) {
  Pin {
    twists = new TreeSet<>(twists);
  }
}
