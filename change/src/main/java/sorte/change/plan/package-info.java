/// What is to be edited: actions of a plan and the code as it stands in; typed edits of one
/// strategy's file out, with the effect expected, or a question back, or the reason why not.
///
/// One door: [sorte.change.plan.Planner]. It writes nothing and reads no file.
@org.jspecify.annotations.NullMarked
package sorte.change.plan;
