/// What the owner's words may not bring about: the rules of the house as data, matched before any
/// grammar. Sealed: Sorte never rewrites it.
@org.jspecify.annotations.NullMarked
package sorte.change.request.refusal;
