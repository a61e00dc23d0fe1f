/// The scope gate: which files a change may touch. In: the paths of a change. Out: findings. The
/// table of zones is one file, read by people and by the gate.
@org.jspecify.annotations.NullMarked
package sorte.guardian.scope;
