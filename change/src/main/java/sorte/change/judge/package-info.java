/// Decides a rollout from the twins' returns, bar by bar, and from nothing else. Sealed: only
/// people change it.
///
/// In: [Pair]s, in order. Out: a [Judgement] with its [Evidence], recomputable to the bit from the
/// recorded pairs.
///
/// Every claim is an e-process: a wager that cannot win on average while its null holds, so that it
/// may be looked at after every pair (Ville's inequality: it reaches 100 with a chance of at most 1
/// %).
@NullMarked
package sorte.change.judge;

import org.jspecify.annotations.NullMarked;
