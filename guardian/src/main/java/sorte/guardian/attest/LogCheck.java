package sorte.guardian.attest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sorte.trading.release.GuardianKey;

/// Reads the whole log and holds it to itself, to its checkpoints and to what a witness saw. Used
/// by the guardian at its start and by the audit.
final class LogCheck {
  /// A log that was being made when the process died has fewer bytes than its first eight.
  private static final int TORN_AT_BIRTH = 8;

  private final LogFolder files;
  private final GuardianKey key;
  private final Marks marks = new Marks();
  private final Merkle merkle = new Merkle();
  private final Frontier tree = new Frontier(merkle);
  private final EntryForm form;
  private Optional<Checkpoint> stated = Optional.empty();
  private Optional<Checkpoint> next = Optional.empty();
  private Optional<Head> head = Optional.empty();
  private boolean headSeen;
  private final List<Checkpoint> missing = new ArrayList<>();
  private int milestones;

  LogCheck(LogFolder files, GuardianKey key) {
    this.files = files;
    this.key = key;
    this.form = new EntryForm(key, merkle);
  }

  /// Takes each entry that follows.
  interface Reader {
    void entry(EntryForm.Followed entry) throws IOException;
  }

  /// @param seen what a witness saw
  /// @throws LogAltered where the log is not what was signed
  void run(List<Checkpoint> seen, Reader reader) throws IOException {
    marks(seen);
    long rest =
        Files.exists(files.entries())
            ? LogFile.read(files.entries(), payload -> take(payload, reader))
            : 0;
    marks.end(tree.size());
    if (rest != 0 && !announced() && !(tree.size() == 0 && rest < TORN_AT_BIRTH)) {
      throw new LogAltered(tree.size(), "it is damaged, or not one of the log's");
    }
    end();
    boolean kept = missing.isEmpty() || ofBefore() || missing.size() == 1 && atMilestone();
    if (!kept || milestones > expected()) {
      throw new LogAltered(
          "the log's milestones: there are %d, of %d entries there are %d"
              .formatted(milestones, tree.size(), expected()));
    }
  }

  private void marks(List<Checkpoint> seen) {
    try {
      stated = Checkpoint.in(files.checkpoint(), key);
      next = Checkpoint.in(files.next(), key);
      head = stated.isPresent() ? Optional.empty() : Head.read(files.head(), key);
      for (Checkpoint one : Checkpoint.all(files.milestones(), key)) {
        milestones++;
        if (one.size() != (long) milestones * files.milestone()) {
          throw new LogAltered(
              "the log's milestones: number " + milestones + " is of " + one.size());
        }
        marks.add(one, "milestone");
      }
    } catch (IOException e) {
      throw new LogAltered(String.valueOf(e.getMessage()));
    }
    stated.ifPresent(one -> marks.add(one, "checkpoint"));
    seen.forEach(one -> marks.add(one, "witness copy"));
  }

  private void take(byte[] payload, Reader reader) throws IOException {
    EntryForm.Followed followed = form.follow(payload);
    tree.add(followed.leaf());
    marks.hold(tree);
    if (atMilestone() && tree.size() / files.milestone() > milestones) {
      missing.add(new Checkpoint(tree.size(), tree.root()));
    }
    headSeen |= head.isPresent() && head.get().is(form.ofFirstForm(), form.headOfFirstForm());
    reader.entry(followed);
  }

  /// The log may be one entry ahead of its checkpoint, where a crash came between the two: then
  /// that entry's checkpoint was signed before it.
  private void end() {
    long size = tree.size();
    if (stated.isPresent()) {
      if (size != stated.get().size() && !(size == stated.get().size() + 1 && isNext())) {
        throw new LogAltered(
            stated.get().size(), "it is behind the log's checkpoint and was not announced");
      }
      return;
    }
    boolean carriedOver = size == form.ofFirstForm() || size == form.ofFirstForm() + 1 && isNext();
    if (!carriedOver) {
      throw new LogAltered("the log's checkpoint is missing");
    }
    if (form.ofFirstForm() > 0 || head.isPresent()) {
      long said = head.orElseThrow(() -> new LogAltered("the log's head is missing")).entries();
      if (!(headSeen || said == 0) || form.ofFirstForm() > said + 1) {
        throw new LogAltered(
            "the log's head: it says %d entries, the log has %d"
                .formatted(said, form.ofFirstForm()));
      }
    }
  }

  private boolean isNext() {
    return next.isPresent() && next.get().is(tree);
  }

  /// Whether one more entry was about to be written.
  private boolean announced() {
    return next.isPresent() && next.get().size() == tree.size() + 1;
  }

  private long expected() {
    return tree.size() / files.milestone();
  }

  private boolean atMilestone() {
    return tree.size() % files.milestone() == 0;
  }

  Frontier tree() {
    return tree;
  }

  Merkle merkle() {
    return merkle;
  }

  EntryForm form() {
    return form;
  }

  /// Milestones that are to be written: one that a crash came before, all of a log of before there
  /// were any.
  List<Checkpoint> missing() {
    return List.copyOf(missing);
  }

  /// Whether nothing of it was written since there are checkpoints.
  boolean ofBefore() {
    return form.ofFirstForm() > 0 && form.ofFirstForm() == tree.size();
  }
}
