/// Typed edits in, bytes out: what one edit of a strategy's source file changes, and nothing else.
///
/// One door: [sorte.change.edit.Editor]. In go the text of a file and [sorte.change.edit.Edit]s;
/// out comes an [sorte.change.edit.EditOutcome]: the whole new text, or why there is none.
/// Positions come from the JDK's own parser, changes are splices of the text, and every result is
/// read again by two parsers before it counts (docs/adr/0040). No file is touched here.
@org.jspecify.annotations.NullMarked
package sorte.change.edit;
