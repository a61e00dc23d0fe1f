/// Children that are born confined. In: what to start, what it may read, its limits. Out: a
/// [sorte.guardian.sandbox.ConfinedChild] with three pipes, or the reason why nothing was started.
///
/// Confining oneself in `main` is too late: a JVM has threads older than `main`. So the thread that
/// starts the child confines itself first, and the child inherits all of it before its first
/// instruction. The thread lives as long as the child. See `docs/sandbox.md`.
@org.jspecify.annotations.NullMarked
package sorte.guardian.sandbox;
