package sorte.guardian.child;

import java.util.List;

/// What the tests say of each variant, in the task's order, up to the first that did not come to an
/// end: nothing runs behind that one.
///
/// @param green whether they pass over the classes as given
public record NoticeAnswer(boolean green, List<Seen> variants) {

  public NoticeAnswer {
    variants = List.copyOf(variants);
  }

  /// What the tests say of one variant.
  public enum Seen {
    /// All pass: they do not notice it.
    UNNOTICED,
    NOTICED,
    /// They did not come to an end.
    HUNG
  }
}
