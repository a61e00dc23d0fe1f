package sorte.change.design;

import java.util.List;

/// Yes or no at each close.
public sealed interface Test {

  /// A value beside another.
  record Compare(Value left, Is is, Value right) implements Test {}

  /// All of them.
  record All(List<Test> tests) implements Test {
    public All {
      tests = some(tests);
    }
  }

  /// At least one of them.
  record Any(List<Test> tests) implements Test {
    public Any {
      tests = some(tests);
    }
  }

  /// How a value stands to another.
  enum Is {
    BELOW("<"),
    AT_OR_BELOW("<="),
    ABOVE(">"),
    AT_OR_ABOVE(">="),
    CROSSES_ABOVE("crosses-above"),
    CROSSES_BELOW("crosses-below"),
    CROSSES("crosses");

    private final String code;

    Is(String code) {
      this.code = code;
    }

    /// Its name in a plan.
    public String code() {
      return code;
    }

    /// The same seen from the other side: what is above has below it.
    public Is turned() {
      return switch (this) {
        case BELOW -> ABOVE;
        case AT_OR_BELOW -> AT_OR_ABOVE;
        case ABOVE -> BELOW;
        case AT_OR_ABOVE -> AT_OR_BELOW;
        case CROSSES_ABOVE -> CROSSES_BELOW;
        case CROSSES_BELOW -> CROSSES_ABOVE;
        case CROSSES -> CROSSES;
      };
    }

    /// What holds exactly where this does not; crossings have none.
    public java.util.Optional<Is> opposite() {
      return switch (this) {
        case BELOW -> java.util.Optional.of(AT_OR_ABOVE);
        case AT_OR_BELOW -> java.util.Optional.of(ABOVE);
        case ABOVE -> java.util.Optional.of(AT_OR_BELOW);
        case AT_OR_ABOVE -> java.util.Optional.of(BELOW);
        case CROSSES_ABOVE, CROSSES_BELOW, CROSSES -> java.util.Optional.empty();
      };
    }

    /// Whether it speaks of one bar and the one before.
    public boolean crossing() {
      return this == CROSSES_ABOVE || this == CROSSES_BELOW || this == CROSSES;
    }
  }

  /// All of them, plain where it is one.
  static Test all(List<Test> tests) {
    return tests.size() == 1 ? tests.getFirst() : new All(flat(tests, true));
  }

  /// At least one of them, plain where it is one.
  static Test any(List<Test> tests) {
    return tests.size() == 1 ? tests.getFirst() : new Any(flat(tests, false));
  }

  private static List<Test> flat(List<Test> tests, boolean all) {
    return tests.stream()
        .<Test>mapMulti((test, out) -> {
          if (all && test instanceof All(List<Test> inner)) {
            inner.forEach(out);
          } else if (!all && test instanceof Any(List<Test> inner)) {
            inner.forEach(out);
          } else {
            out.accept(test);
          }
        })
        .distinct()
        .toList();
  }

  private static List<Test> some(List<Test> tests) {
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a test of nothing");
    }
    return List.copyOf(tests);
  }
}
