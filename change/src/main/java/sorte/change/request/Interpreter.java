package sorte.change.request;

/// Understands a sentence: the door of this package.
public interface Interpreter {
  /// What `words` ask for. Never throws for what a person may type.
  Understanding interpret(String words, Context context);

  /// The interpreter that needs no model.
  static Interpreter embedded() {
    return GrammarInterpreter.load();
  }
}
