/// Rules of our own for the strategy contract, over the syntax tree that PMD reads. None depends on
/// how large a number is: what does is looked at by the guardian itself, each time.
@org.jspecify.annotations.NullMarked
package sorte.analyser.rules;
