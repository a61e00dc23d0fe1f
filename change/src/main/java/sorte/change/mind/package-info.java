/// The mind as a process: it understands sentences and edits strategies, behind a door on loopback.
/// Words and files in, plans and texts out. It runs no git, holds no key, and writes only below the
/// home's `mind/`: what it hands over is data, which the guardian judges.
@org.jspecify.annotations.NullMarked
package sorte.change.mind;
