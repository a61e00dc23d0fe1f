/// The compile gate: javac, in a confined child.
@org.jspecify.annotations.NullMarked
package sorte.guardian.compile;
