/// What runs inside a confined child, and the tasks that a gate hands it. In: one task about one
/// candidate (compile, decide, test). Out: data. Nothing that a child says is evidence by itself:
/// it returns decisions, and the guardian, where no generated code runs, computes what they mean.
///
/// A gate holds one [sorte.guardian.child.WarmChildren] and asks it; each question is answered by a
/// fresh child that then dies.
@org.jspecify.annotations.NullMarked
package sorte.guardian.child;
