package sorte.change.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing that has a name in the source.
///
/// @param key names it alone: `sorte.strategies.EmaCross`, `sorte.strategies.EmaCross#exitLong()`,
///   `sorte.strategies.EmaCross.Parameters#stopLoss`
/// @param owner the key of the type it is a member of; its package where it is a type of its own
/// @param signature as written, on one line, without annotations and body
/// @param doc the first sentence of its documentation, or nothing
/// @param role whether it is a test, or runs around tests
/// @param span the lines it stands on
public record Declaration(
    Kind kind,
    String key,
    String name,
    String owner,
    String signature,
    String doc,
    Role role,
    String path,
    Span span,
    @Nullable Bounds range) {

  /// Whether it is run by a test engine.
  public enum Role {
    PLAIN,
    TEST,
    AROUND_TESTS
  }

  /// Lines from 1: where the declaration begins (its annotations, not its documentation), where its
  /// name stands, where it ends.
  public record Span(int first, int name, int last) {
    public Span {
      if (first < 1 || name < first || last < name) {
        throw new IllegalArgumentException(
            "lines in order, was " + first + "," + name + "," + last);
      }
    }
  }

  public int line() {
    return span.name();
  }

  /// The unit and the range of a parameter.
  public Optional<Bounds> bounds() {
    return Optional.ofNullable(range);
  }

  /// The key as people write it: `EmaCross.exitLong()`, without packages.
  public String shortName() {
    return Keys.shortened(key);
  }
}
