package sorte.guardian.repository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// The differences between two trees as people read them.
public final class UnifiedDiff {
  private UnifiedDiff() {}

  public static String of(
      SortedMap<String, String> base, SortedMap<String, Optional<String>> files) {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, Optional<String>> file : files.entrySet()) {
      String path = file.getKey();
      Optional<String> before = Optional.ofNullable(base.get(path));
      if (!before.equals(file.getValue())) {
        all.append("--- ").append(before.isPresent() ? "a/" + path : "/dev/null").append('\n');
        all.append("+++ ").append(file.getValue().isPresent() ? "b/" + path : "/dev/null");
        all.append('\n').append(hunks(before.orElse(""), file.getValue().orElse("")));
      }
    }
    return all.toString();
  }

  private static String hunks(String before, String after) {
    RawText a = new RawText(before.getBytes(StandardCharsets.UTF_8));
    RawText b = new RawText(after.getBytes(StandardCharsets.UTF_8));
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, a, b);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(edits, a, b);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
