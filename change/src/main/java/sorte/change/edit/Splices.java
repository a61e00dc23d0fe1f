package sorte.change.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements of stretches of one text. What no splice names stays as it is, to the byte. What is
/// put in where another stretch begins comes before that stretch, in whatever order they are named.
final class Splices {
  private record Splice(int from, int to, String with) {}

  private final List<Splice> splices = new ArrayList<>();

  Splices replace(int from, int to, String with) {
    splices.add(new Splice(from, to, with));
    return this;
  }

  Splices insert(int at, String with) {
    return replace(at, at, with);
  }

  Splices delete(int from, int to) {
    return replace(from, to, "");
  }

  String on(String text) {
    List<Splice> ordered = new ArrayList<>(splices);
    ordered.sort(Comparator.comparingInt(Splice::from).thenComparingInt(Splice::to));
    StringBuilder out = new StringBuilder(text.length() + 256);
    int at = 0;
    for (Splice splice : ordered) {
      if (splice.from < at || splice.to < splice.from) {
        throw new IllegalStateException("splices overlap: " + ordered);
      }
      out.append(text, at, splice.from).append(splice.with);
      at = splice.to;
    }
    return out.append(text, at, text.length()).toString();
  }
}
