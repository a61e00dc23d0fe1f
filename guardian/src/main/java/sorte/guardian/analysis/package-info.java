/// The gate of static analysis: SpotBugs, PMD and rules of our own, in the analysers' confined
/// process; what hangs on the size of a number, here.
@org.jspecify.annotations.NullMarked
package sorte.guardian.analysis;
