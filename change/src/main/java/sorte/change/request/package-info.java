/// Words in; a plan, a question back or a refusal out.
///
/// One door: [sorte.change.request.Interpreter]. A sentence is cut into tokens, the tokens are
/// looked up in a lexicon that is data (`sorte/change/request/lexicon`, one synonym a line), and a
/// closed grammar reads typed [sorte.change.request.Action]s from it. Nothing is acted on by
/// halves: a word of content that no rule used up makes a question. What is against the rules of
/// the house is refused first, by [sorte.change.request.refusal.Rulebook]. No model, no network, no
/// clock.
@org.jspecify.annotations.NullMarked
package sorte.change.request;
