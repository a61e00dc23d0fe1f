/// Pins what a strategy decides, as tests that a person can read.
///
/// One door: [sorte.change.pin.Pinning]. The strategy and its twists, each a slip that its author
/// might make, run side by side in confined children over small markets drawn from a seed; of those
/// on which a slip shows, the shortest become tests (docs/adr/0083). Same source, same bytes.
@org.jspecify.annotations.NullMarked
package sorte.change.pin;
