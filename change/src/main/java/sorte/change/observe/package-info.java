/// What the judge saw, in money and statistics. In: the trader's pairs. Out: a judgement at the end
/// of each block, and its [Analysis] in both languages.
@NullMarked
package sorte.change.observe;

import org.jspecify.annotations.NullMarked;
