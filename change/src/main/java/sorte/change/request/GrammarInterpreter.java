package sorte.change.request;

import java.util.List;

final class GrammarInterpreter implements Interpreter {
  static GrammarInterpreter load() {
    return new GrammarInterpreter();
  }

  @Override
  public Understanding interpret(String words, Context context) {
    return switch (context.owner()) {
      case PT ->
          new Understanding.Question(
              Language.PT, "Não entendi. O que devo fazer?", List.of("mostrar o estado", "pausar"));
      case EN ->
          new Understanding.Question(
              Language.EN,
              "I did not understand. What should I do?",
              List.of("show status", "pause"));
    };
  }
}
