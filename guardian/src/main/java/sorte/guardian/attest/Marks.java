package sorte.guardian.attest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What signed checkpoints say of the log at their sizes. The log passes through each of them, or
/// it is not the log that was signed.
final class Marks {
  private final TreeMap<Long, List<Mark>> bySize = new TreeMap<>();

  /// @param where it stands, for whoever reads that the log does not agree
  private record Mark(Checkpoint checkpoint, String where) {}

  void add(Checkpoint checkpoint, String where) {
    bySize
        .computeIfAbsent(checkpoint.size(), _ -> new ArrayList<>())
        .add(new Mark(checkpoint, where));
  }

  /// @throws LogAltered where a checkpoint of this size has another root
  void hold(Frontier tree) {
    for (Mark mark : bySize.getOrDefault(tree.size(), List.of())) {
      if (!mark.checkpoint().is(tree)) {
        throw new LogAltered(
            "entry %d: up to it the log is not what the %s of %d entries says"
                .formatted(tree.size() - 1, mark.where(), tree.size()));
      }
    }
  }

  /// @throws LogAltered where one has more entries than there are
  void end(long size) {
    if (!bySize.isEmpty() && bySize.lastKey() > size) {
      throw new LogAltered(
          "entry %d: it is missing, and the %s says %d entries"
              .formatted(size, bySize.lastEntry().getValue().getFirst().where(), bySize.lastKey()));
    }
  }
}
