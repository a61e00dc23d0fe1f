/// Reads the description of a whole strategy: paragraphs, headings, lists, in Portuguese or
/// English. In: the text. Out: a [sorte.change.design.Design], and word for word what is not in it:
/// what would change trading and was not understood, what was said to be optional, what binds
/// nothing. A word that no rule takes up is never passed over in a rule.
@NullMarked
package sorte.change.description;

import org.jspecify.annotations.NullMarked;
