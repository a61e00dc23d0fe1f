package sorte.change.request;

import java.util.List;

/// What became of one sentence.
public sealed interface Understanding {
  Language language();

  /// Actions in the order in which they were said. `leftOut` are harmless words that changed
  /// nothing, word for word.
  record Plan(Language language, List<Action> actions, List<String> leftOut)
      implements Understanding {
    public Plan {
      actions = List.copyOf(actions);
      leftOut = List.copyOf(leftOut);
      if (actions.isEmpty()) {
        throw new IllegalArgumentException("a plan has at least one action");
      }
    }
  }

  /// Asked back, in the sentence's language, with two or more ways to answer.
  record Question(Language language, String question, List<String> options)
      implements Understanding {
    public Question {
      options = List.copyOf(options);
      if (options.size() < 2) {
        throw new IllegalArgumentException("a question offers two options, had " + options);
      }
    }
  }

  /// Against the rules of the house, or the words of somebody else.
  record Refusal(Language language, String reason) implements Understanding {}
}
