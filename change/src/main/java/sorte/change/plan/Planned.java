package sorte.change.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Design;
import sorte.change.edit.Edit;
import sorte.change.request.Condition;
import sorte.change.request.Side;

/// What became of the actions of one plan.
public sealed interface Planned {

  /// Edits of one strategy's file, all or none. `expected` says what should come of it and how that
  /// will be measured.
  record Edits(String strategy, String path, List<Edit> edits, String expected) implements Planned {
    public Edits {
      edits = List.copyOf(edits);
    }
  }

  /// A new strategy's file; a `design` is all of it where it was described.
  record Creation(
      String strategy,
      String path,
      Side side,
      List<Condition> entry,
      List<Condition> exit,
      @Nullable Design design,
      String expected)
      implements Planned {
    public Creation {
      entry = List.copyOf(entry);
      exit = List.copyOf(exit);
    }
  }

  /// Tests that pin what a strategy decides, in a file of their own.
  record Tests(String strategy, String path, String expected) implements Planned {}

  /// More than one reading: the owner chooses.
  record Question(String question, List<String> options) implements Planned {
    public Question {
      options = List.copyOf(options);
    }
  }

  /// It cannot be done, and what to do instead.
  record Impossible(String reason) implements Planned {}

  /// Not a change of code: somebody else's to do.
  record NotAnEdit(String action) implements Planned {}
}
