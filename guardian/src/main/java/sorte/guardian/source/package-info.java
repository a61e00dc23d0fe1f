/// The source gate: text that is not what it seems, secrets, sizes.
@org.jspecify.annotations.NullMarked
package sorte.guardian.source;
