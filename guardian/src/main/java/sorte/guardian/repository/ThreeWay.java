package sorte.guardian.repository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/// What was changed on one tree, carried over to another: line by line, as git rebases.
public final class ThreeWay {
  private ThreeWay() {}

  /// What came of it.
  public sealed interface Outcome {
    /// The new text of each file that changes, by path; empty where it goes. A file that says
    /// already what it shall is not among them.
    record Rebased(SortedMap<String, Optional<String>> files) implements Outcome {}

    /// Both sides changed the same place.
    record Conflict(List<Place> places) implements Outcome {
      public Conflict {
        places = List.copyOf(places);
      }
    }
  }

  /// Where both changed something.
  ///
  /// @param line of the new base, from 1; 0 where the file is gone on one side
  public record Place(String path, int line) {}

  /// Carries over a change.
  ///
  /// @param from the tree that it was made on
  /// @param changed the new texts; empty where a file goes
  /// @param onto the tree that it shall stand on
  public static Outcome rebase(
      SortedMap<String, String> from,
      SortedMap<String, Optional<String>> changed,
      SortedMap<String, String> onto) {
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    List<Place> places = new ArrayList<>();
    changed.forEach((path, text) -> {
      Optional<String> before = Optional.ofNullable(from.get(path));
      Optional<String> now = Optional.ofNullable(onto.get(path));
      if (now.equals(text)) {
        return; // done there already
      }
      if (now.equals(before)) {
        files.put(path, text);
      } else if (now.isEmpty() || text.isEmpty()) {
        places.add(new Place(path, 0));
      } else {
        merge(path, before.orElse(""), text.get(), now.get(), files, places);
      }
    });
    return places.isEmpty() ? new Outcome.Rebased(files) : new Outcome.Conflict(places);
  }

  private static void merge(
      String path,
      String before,
      String theirs,
      String now,
      SortedMap<String, Optional<String>> files,
      List<Place> places) {
    MergeResult<RawText> merged =
        new MergeAlgorithm().merge(RawTextComparator.DEFAULT, raw(before), raw(now), raw(theirs));
    if (!merged.containsConflicts()) {
      files.put(path, Optional.of(text(merged)));
      return;
    }
    for (MergeChunk chunk : merged) {
      if (chunk.getConflictState() == MergeChunk.ConflictState.FIRST_CONFLICTING_RANGE) {
        places.add(new Place(path, chunk.getBegin() + 1));
      }
    }
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(MergeResult<RawText> merged) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(out, merged, List.of("before", "now", "theirs"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
