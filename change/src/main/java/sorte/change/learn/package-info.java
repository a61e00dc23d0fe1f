/// What each change taught, kept, and found again when something like it is asked. In: an ended
/// change. Out: [Lesson]s.
@NullMarked
package sorte.change.learn;

import org.jspecify.annotations.NullMarked;
