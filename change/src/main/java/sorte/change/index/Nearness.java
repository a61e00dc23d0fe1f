package sorte.change.index;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How near two names are: one row of the edit distance at a time, a swap counting as one.
final class Nearness {
  /// The most names that are offered for an unknown one.
  static final int OFFERED_MOST = 5;

  private Nearness() {}

  private record Near(Declaration declaration, int distance) {}

  /// The declarations with the names nearest to `name`, at most a third of its letters away.
  static List<Declaration> near(String name, Iterable<Declaration> declarations) {
    String wanted = lastPart(name).toLowerCase(Locale.ROOT);
    int limit = Math.max(1, wanted.length() / 3);
    java.util.List<Near> near = new java.util.ArrayList<>();
    for (Declaration declaration : declarations) {
      String has = declaration.name().toLowerCase(Locale.ROOT);
      if (Math.abs(has.length() - wanted.length()) <= limit) {
        int distance = distance(wanted, has);
        if (distance <= limit) {
          near.add(new Near(declaration, distance));
        }
      }
    }
    return near.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(n -> n.declaration().key()))
        .map(Near::declaration)
        .filter(d -> d.kind() != Kind.CONSTRUCTOR)
        .limit(OFFERED_MOST)
        .toList();
  }

  private static String lastPart(String name) {
    String bare = Keys.unlisted(name);
    return bare.substring(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('#')) + 1);
  }

  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(row[j - 1], last[j]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
