package sorte.change.request;

import java.util.List;

/// Actions read from a part of a sentence, and the lexeme after that part.
record Parsed(List<Action> actions, int end) {
  static Parsed of(Action action, int end) {
    return new Parsed(List.of(action), end);
  }
}
