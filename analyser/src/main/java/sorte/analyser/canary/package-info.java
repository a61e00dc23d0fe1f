/// What the analysers must find fault with, each time they are started.
@org.jspecify.annotations.NullMarked
package sorte.analyser.canary;
