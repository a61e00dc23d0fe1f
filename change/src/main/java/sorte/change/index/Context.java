package sorte.change.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one has to see of the code in order to change one thing in it, the most telling first,
/// within a budget of tokens: the text itself, the type it stands in, what it uses as far as its
/// signature goes, a test that reaches it, those who use it. What does not fit is left out whole,
/// and said.
public final class Context {
  /// Characters that are taken for a token. Models differ; code has three to four.
  private static final double CHARACTERS_A_TOKEN = 3.0;

  /// The most users shown, and the longest of them in lines: of what all use, a few tell enough.
  private static final int USERS_MOST = 5;

  private static final int USER_LINES_MOST = 60;

  private final CodeIndex index;
  private final Map<String, SourceFile> files;
  private final Impact impact;

  public Context(CodeIndex index, Collection<SourceFile> files) {
    this.index = index;
    this.files = CodeIndex.byPath(files);
    this.impact = new Impact(index);
  }

  /// Why a piece is shown.
  public enum Reason {
    ITSELF,
    OUTLINE,
    USED,
    TEST,
    USER
  }

  /// One piece: lines of a file as they stand, or signatures of it.
  public record Piece(Reason reason, String path, int line, String key, String text) {
    public int tokens() {
      return (int) Math.ceil((text.length() + path.length() + 2) / CHARACTERS_A_TOKEN);
    }
  }

  /// What fits the budget.
  ///
  /// @param leftOut pieces that did not fit
  public record Shown(List<Piece> pieces, int tokens, int leftOut) {}

  /// What to see for `declaration` in at most `budget` tokens.
  public Shown of(Declaration declaration, int budget) {
    if (budget < 1) {
      throw new IllegalArgumentException("a budget is at least 1 token, was " + budget);
    }
    List<Piece> shown = new ArrayList<>();
    int tokens = 0;
    int leftOut = 0;
    for (Piece piece : ranked(declaration)) {
      if (tokens + piece.tokens() <= budget) {
        shown.add(piece);
        tokens += piece.tokens();
      } else {
        leftOut++;
      }
    }
    return new Shown(List.copyOf(shown), tokens, leftOut);
  }

  private List<Piece> ranked(Declaration declaration) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(text(Reason.ITSELF, declaration));
    Declaration type = index.declarations().get(Keys.type(declaration.key()));
    if (type != null && !type.equals(declaration)) {
      pieces.add(outline(type));
    }
    pieces.addAll(used(declaration));
    Impact.Report report = impact.of(declaration);
    nearest(declaration, report.tests()).forEach(test -> pieces.add(text(Reason.TEST, test)));
    report.users().stream()
        .filter(felt -> felt.distance() == 1 && !felt.declaration().kind().isType())
        .map(Impact.Felt::declaration)
        .filter(user -> !Keys.type(user.key()).startsWith(Keys.type(declaration.key())))
        .filter(user -> user.span().last() - user.span().first() < USER_LINES_MOST)
        .sorted(Comparator.comparing(Search::isTest).thenComparing(Declaration::key))
        .limit(USERS_MOST)
        .forEach(user -> pieces.add(text(Reason.USER, user)));
    return pieces;
  }

  /// The test that says most about it: one whose class is named after its type, else the first that
  /// speaks of it itself, else the first of all.
  private List<Declaration> nearest(Declaration declaration, List<Declaration> tests) {
    String named = Keys.simple(Keys.type(declaration.key())) + "Test";
    Set<String> direct = new TreeSet<>();
    index.uses(declaration).forEach(place -> direct.add(place.use().within()));
    return tests.stream()
        .min(
            Comparator.comparing((Declaration t) -> !Keys.simple(t.owner()).equals(named))
                .thenComparing(t -> !direct.contains(t.key()))
                .thenComparing(Declaration::key))
        .stream()
        .toList();
  }

  private Piece text(Reason reason, Declaration declaration) {
    SourceFile file = files.get(declaration.path());
    List<String> lines = file == null ? List.of() : file.text().lines().toList();
    int last = Math.min(declaration.span().last(), lines.size());
    int first = Math.min(documented(lines, declaration.span().first()), last + 1);
    return new Piece(
        reason,
        declaration.path(),
        first,
        declaration.key(),
        String.join("\n", lines.subList(first - 1, last)));
  }

  /// The line at which the documentation before `first` begins.
  private static int documented(List<String> lines, int first) {
    int at = first;
    while (at > 1 && isComment(lines.get(at - 2).strip())) {
      at--;
    }
    return at;
  }

  private static boolean isComment(String line) {
    return line.startsWith("//") || line.startsWith("/*") || line.startsWith("*");
  }

  private Piece outline(Declaration type) {
    StringBuilder text = new StringBuilder(type.signature()).append(" {");
    for (Declaration member : index.members(type)) {
      text.append("\n  ").append(signature(member));
    }
    return new Piece(
        Reason.OUTLINE, type.path(), type.line(), type.key(), text.append("\n}").toString());
  }

  static String signature(Declaration declaration) {
    return declaration
        .bounds()
        .map(b ->
            "@"
                + b.unit()
                + "(value = "
                + b.value()
                + ", min = "
                + b.min()
                + ", max = "
                + b.max()
                + ") "
                + declaration.signature())
        .orElse(declaration.signature());
  }

  /// What it uses of other types, a piece a type, the most used first.
  private List<Piece> used(Declaration declaration) {
    Map<String, Integer> counts = new HashMap<>();
    Reading reading = index.readings().get(declaration.path());
    for (Use use : reading == null ? List.<Use>of() : reading.uses()) {
      boolean own =
          use.within().equals(declaration.key())
              || declaration.kind().isType()
                  && Keys.type(use.within()).startsWith(declaration.key());
      if (own) {
        index
            .declared(use.target())
            .filter(d -> !d.path().equals(declaration.path()))
            .ifPresent(d -> counts.merge(d.key(), 1, Integer::sum));
      }
    }
    Map<String, List<Declaration>> byType = new TreeMap<>();
    counts.keySet().stream()
        .sorted()
        .map(key -> index.declarations().get(key))
        .filter(java.util.Objects::nonNull)
        .forEach(d -> byType.computeIfAbsent(Keys.type(d.key()), _ -> new ArrayList<>()).add(d));
    Map<Piece, Integer> weighed = new LinkedHashMap<>();
    byType.forEach((type, members) ->
        weighed.put(
            usedOf(type, members),
            members.stream().mapToInt(m -> counts.getOrDefault(m.key(), 0)).sum()));
    return weighed.entrySet().stream()
        .sorted(
            Map.Entry.<Piece, Integer>comparingByValue()
                .reversed()
                .thenComparing(e -> e.getKey().key()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Piece usedOf(String type, List<Declaration> members) {
    Declaration whole = index.declarations().getOrDefault(type, members.getFirst());
    StringBuilder text = new StringBuilder(whole.signature());
    for (Declaration member : members) {
      if (!member.key().equals(whole.key())) {
        text.append("\n  ").append(signature(member));
      }
    }
    return new Piece(Reason.USED, whole.path(), whole.line(), type, text.toString());
  }
}
