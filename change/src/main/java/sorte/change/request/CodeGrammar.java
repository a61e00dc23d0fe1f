package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// Reads what is asked of the source itself: rename, extract, simplify, tests, faster code.
final class CodeGrammar {
  private final Sentence s;

  CodeGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Parsed read(int i) {
    Parsed parsed = rename(i);
    parsed = parsed == null ? deadCode(i) : parsed;
    parsed = parsed == null ? tests(i) : parsed;
    parsed = parsed == null ? optimise(i) : parsed;
    return parsed == null ? refactoring(i) : parsed;
  }

  private record Target(@Nullable String name, int end) {}

  /// `of the class EmaCross`; no name is a target too.
  private Target target(int start) {
    int i = start;
    while (s.anyOf(i, "prep", "filler")
        || s.is(i, "noun", "class")
        || s.is(i, "noun", "method")
        || s.is(i, "noun", "constant")
        || s.is(i, "noun", "variable")
        || s.is(i, "noun", "strategy")) {
      i++;
    }
    String name = s.name(i);
    return name == null
        ? new Target(null, strategyNamed(start) ? i : start)
        : new Target(name, s.is(i + 1, "noun", "class") && !s.is(i + 1, "verb") ? i + 2 : i + 1);
  }

  private boolean strategyNamed(int start) {
    return s.namings.stream().anyMatch(n -> n.before() > start - 1);
  }

  private @Nullable Parsed rename(int start) {
    if (!s.is(start, "verb", "rename")) {
      return null;
    }
    int i = start + 1;
    while (s.anyOf(i, "noun", "filler", "prep")) {
      i++;
    }
    int to = i + 1;
    while (s.is(to, "prep") || s.is(to, "filler")) {
      to++;
    }
    String from = i < s.size() && to > i + 1 ? identifier(i) : null;
    String name = to < s.size() ? identifier(to) : null;
    return from == null || name == null
        ? null
        : Parsed.of(new Action.Refactor(null, RefactoringKind.RENAME, from, name), to + 1);
  }

  /// A Java name, whatever else the word may mean.
  private @Nullable String identifier(int i) {
    String raw = s.at(i).raw();
    return raw.matches("[A-Za-z_][A-Za-z0-9_]*") ? raw : null;
  }

  private @Nullable Parsed deadCode(int start) {
    boolean verb = s.is(start, "verb", "remove");
    int i = s.skip(start + 1, "prep", "filler");
    if (!verb || !s.is(i, "noun", "deadcode")) {
      return null;
    }
    Target target = target(i + 1);
    return Parsed.of(
        new Action.Refactor(null, RefactoringKind.REMOVE_DEAD_CODE, target.name(), null),
        target.end());
  }

  private @Nullable Parsed tests(int start) {
    if (!s.is(start, "verb", "write")
        && !s.is(start, "verb", "add")
        && !s.is(start, "verb", "create")) {
      return null;
    }
    int i = s.skip(start + 1, "prep", "filler", "more");
    if (!s.is(i, "noun", "tests")) {
      return null;
    }
    Target target = target(i + 1);
    return Parsed.of(new Action.GenerateTests(null, target.name()), target.end());
  }

  private @Nullable Parsed optimise(int start) {
    boolean verb = s.is(start, "verb", "optimise");
    boolean make = s.is(start, "verb", "set") || s.is(start, "verb", "create");
    if (!verb && !make) {
      return null;
    }
    int i = s.skip(start + 1, "prep", "filler");
    boolean code = s.is(i, "noun", "code");
    Target target = target(code ? i + 1 : start + 1);
    int end = code && target.name() == null ? Math.max(i + 1, target.end()) : target.end();
    if (!code && target.name() == null) {
      return null;
    }
    if (make) {
      return s.is(end, "faster")
          ? Parsed.of(new Action.OptimiseCode(null, target.name()), end + 1)
          : null;
    }
    return Parsed.of(new Action.OptimiseCode(null, target.name()), end);
  }

  private @Nullable Parsed refactoring(int start) {
    RefactoringKind kind =
        s.is(start, "verb", "simplify")
            ? RefactoringKind.SIMPLIFY
            : s.is(start, "verb", "document")
                ? RefactoringKind.DOCUMENT
                : s.is(start, "verb", "inline")
                    ? RefactoringKind.INLINE
                    : s.is(start, "verb", "extract") ? extraction(start + 1) : null;
    if (kind == null) {
      return null;
    }
    int i = start + 1;
    i = s.is(i, "noun", "code") ? i + 1 : i;
    Target target = target(i);
    boolean needsTarget = kind == RefactoringKind.INLINE;
    if (needsTarget && target.name() == null) {
      return null;
    }
    int end =
        target.name() == null && kind.code().startsWith("extract")
            ? Math.max(target.end(), start + 2)
            : Math.max(target.end(), i);
    int into = s.skip(end, "prep");
    end =
        kind == RefactoringKind.EXTRACT_CONSTANT && into > end && s.is(into, "noun", "constant")
            ? into + 1
            : end;
    return Parsed.of(new Action.Refactor(null, kind, target.name(), null), end);
  }

  private @Nullable RefactoringKind extraction(int i) {
    if (s.is(i, "noun", "method")) {
      return RefactoringKind.EXTRACT_METHOD;
    }
    return s.is(i, "noun", "constant") ? RefactoringKind.EXTRACT_CONSTANT : null;
  }
}
