package sorte.change.description;

import java.util.List;
import java.util.Optional;
import sorte.change.design.Design;

/// What became of a description.
///
/// @param design what was understood of it; nothing where that makes no strategy
/// @param name what the text calls it
/// @param missing what would change trading and was not understood, word for word
/// @param optional what the text calls optional, and was left out, word for word
/// @param notes what binds nothing here: how to test it, where to trade it
/// @param problem why there is no strategy, where everything was understood: `no-entry`, `no-exit`,
///   `no-target`, `unlikely` (entries that hardly ever come about)
public record Reading(
    Optional<Design> design,
    Optional<String> name,
    List<String> missing,
    List<String> optional,
    List<String> notes,
    String problem) {
  public Reading {
    missing = List.copyOf(missing);
    optional = List.copyOf(optional);
    notes = List.copyOf(notes);
  }

  /// Whether a strategy can be made of it without leaving out what binds.
  public boolean whole() {
    return design.isPresent() && missing.isEmpty() && problem.isEmpty();
  }
}
