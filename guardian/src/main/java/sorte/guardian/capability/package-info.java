/// The capability gate: the language of docs/contracts/strategy.md, held over the compiled classes;
/// whatever is not on a list is refused.
@org.jspecify.annotations.NullMarked
package sorte.guardian.capability;
