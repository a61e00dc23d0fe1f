package sorte.guardian.proof;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import sorte.guardian.Dossier;

/// The lines of a candidate's source that its change wrote, or stands next to where it only took
/// lines away. All of them where the strategy is new, or where only its tests changed: then the
/// whole strategy is what they are for.
final class ChangedLines {
  private ChangedLines() {}

  static SortedSet<Integer> of(Dossier dossier) {
    Optional<String> base = Optional.ofNullable(dossier.candidate().base().get(dossier.path()));
    return of(base.filter(text -> !text.equals(dossier.source())).orElse(""), dossier.source());
  }

  static SortedSet<Integer> of(String before, String after) {
    RawText a = new RawText(before.getBytes(StandardCharsets.UTF_8));
    RawText b = new RawText(after.getBytes(StandardCharsets.UTF_8));
    SortedSet<Integer> lines = new TreeSet<>();
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, a, b)) {
      int from = edit.getBeginB();
      int to = edit.getEndB();
      boolean onlyAway = from == to;
      for (int line = onlyAway ? from - 1 : from; line < (onlyAway ? to + 1 : to); line++) {
        if (line >= 0 && line < b.size()) {
          lines.add(line + 1);
        }
      }
    }
    return lines;
  }
}
