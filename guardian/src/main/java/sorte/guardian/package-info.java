/// Judges changes. In: a [sorte.guardian.Candidate] (a base tree and the files that change). Out: a
/// [sorte.guardian.Verdict] with what each [sorte.guardian.Gate] found. Knows no model, and runs
/// nothing of a candidate's outside a confined child.
@org.jspecify.annotations.NullMarked
package sorte.guardian;
