/// A whole strategy as it was described: typed values, tests over them, and how a trade is held.
/// In: what a reader of descriptions understood. Out: the same as JSON in a plan, and mirrored to
/// the other side. What a value or test cannot say here is not understood, never approximated.
@NullMarked
package sorte.change.design;

import org.jspecify.annotations.NullMarked;
