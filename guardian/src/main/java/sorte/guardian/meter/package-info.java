/// Weaves the meter into bytecode. In: classes that the capability gate let through. Out: the same
/// classes, paying for their steps; the same bytes everywhere.
@org.jspecify.annotations.NullMarked
package sorte.guardian.meter;
