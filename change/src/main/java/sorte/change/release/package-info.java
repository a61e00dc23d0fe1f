/// The rollout: which step comes next, decided from the change's events and the judge's words
/// alone; it touches nothing. In: a change, a judgement. Out: a [Decision].
@NullMarked
package sorte.change.release;

import org.jspecify.annotations.NullMarked;
