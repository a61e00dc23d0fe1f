/// The change log: what was asked, decided and intended, one event a record, forced to the disk
/// before anything follows from it. One writer: the commander.
///
/// In: [ChangeEvent]s. Out: [Change], the fold over the events of one change. A line that an older
/// Sorte wrote always loads; one that a newer Sorte wrote stops with its number.
@NullMarked
package sorte.change.log;

import org.jspecify.annotations.NullMarked;
