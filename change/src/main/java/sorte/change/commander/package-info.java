/// The loop: drives each change from stage to stage, and back. The only writer of the change log,
/// the only one who tells the trader what to run; it holds no key and judges no code.
///
/// In: words, and the answers of mind, guardian and trader. Out: the commander's door.
///
/// Order of every write: content, then intention, then effect at its owner, then outcome
/// (docs/flow/release.md).
@NullMarked
package sorte.change.commander;

import org.jspecify.annotations.NullMarked;
