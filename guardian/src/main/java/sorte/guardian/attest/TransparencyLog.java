package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.journal.AppendLog;

/// What was asked, judged, allowed and done, in order: the leaves of a Merkle tree (RFC 9162) whose
/// size and root are signed with each entry. See docs/record.md.
///
/// An entry is JSON with `n`, `previous` (the leaf hash of the one before), `at`, `type` and the
/// entry's own keys. Entries of before ADR 0089 stand in front as they were written.
public final class TransparencyLog implements AutoCloseable {

  /// Says that the entries in front of it have the form of before, and what their signed head was.
  public static final String UPGRADED = "Upgraded";

  /// Something that another process wrote down where it works, with its digest.
  public static final String NOTED = "Noted";

  /// One entry, read.
  public record Entry(long n, String type, JsonNode body) {}

  /// Takes entries in order.
  public interface Reader {
    void entry(Entry entry) throws IOException;
  }

  private final LogFolder files;
  private final AppendLog log;
  private final SigningKey key;
  private final InstantSource clock;
  private final Optional<Witness> witness;
  private Frontier tree;
  private final Merkle merkle;
  private String lastLeaf;

  private TransparencyLog(
      LogFolder files,
      AppendLog log,
      SigningKey key,
      InstantSource clock,
      Optional<Witness> witness,
      LogCheck read) {
    this.files = files;
    this.log = log;
    this.key = key;
    this.clock = clock;
    this.witness = witness;
    this.tree = read.tree();
    this.merkle = read.merkle();
    this.lastLeaf = read.form().lastLeaf();
  }

  static Path file(Home home) {
    return LogFolder.of(home).entries();
  }

  /// Opens the log, without a witness, and hands every entry over.
  public static TransparencyLog open(Home home, SigningKey key, InstantSource clock, Reader reader)
      throws IOException {
    return open(home, key, clock, Optional.empty(), reader);
  }

  /// Opens the log and hands every entry over. The whole of it is checked on the way.
  ///
  /// @param witnesses a folder outside the home where a copy of the checkpoints is kept
  /// @throws IOException when the log is not what was signed
  public static TransparencyLog open(
      Home home, SigningKey key, InstantSource clock, Optional<Path> witnesses, Reader reader)
      throws IOException {
    return open(LogFolder.of(home), key, clock, witnesses, reader);
  }

  static TransparencyLog open(
      LogFolder files, SigningKey key, InstantSource clock, Optional<Path> witnesses, Reader reader)
      throws IOException {
    Files.createDirectories(files.folder());
    Optional<Witness> witness = witnesses.map(at -> Witness.in(at, files, key.guardianKey()));
    AppendLog log = AppendLog.open(files.entries());
    try {
      LogCheck read = new LogCheck(files, key.guardianKey());
      List<Checkpoint> seen =
          witness.isPresent() ? witness.get().seen(key.guardianKey()) : List.of();
      read.run(seen, one -> reader.entry(new Entry(one.n(), one.type(), one.body())));
      TransparencyLog opened = new TransparencyLog(files, log, key, clock, witness, read);
      opened.settle(read);
      if (read.ofBefore()) {
        ObjectNode carried = Json.object().put("entries", read.form().ofFirstForm());
        carried.put("head", read.form().headOfFirstForm());
        carried.put("second", key.guardianKey().secondId().orElseThrow());
        Entry entry = opened.append(UPGRADED, carried);
        reader.entry(entry);
      }
      return opened;
    } catch (LogAltered | DoorError | IllegalArgumentException e) {
      log.close();
      throw new IOException(refusal(e, witness), e);
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static String refusal(RuntimeException altered, Optional<Witness> witness) {
    String aside =
        witness
            .map(one -> "; if the home was put back on purpose, move " + one + " aside")
            .orElse("");
    return "the guardian's log is not what was signed: %s; run `sorte audit verify`, and restore guardian/log/ from a backup%s"
        .formatted(altered.getMessage(), aside);
  }

  /// What a crash left half done is done.
  private void settle(LogCheck read) throws IOException {
    for (Checkpoint missing : read.missing()) {
      milestone(missing.signed(key));
    }
    if (tree.size() > 0 && !read.ofBefore()) {
      String note = new Checkpoint(tree.size(), tree.root()).signed(key);
      WholeFile.write(files.checkpoint(), note.getBytes(StandardCharsets.UTF_8));
      if (Files.exists(files.milestones())) {
        String notes = Files.readString(files.milestones());
        witness.ifPresent(one -> one.milestones(notes));
      }
      witness.ifPresent(one -> one.keep(note));
    }
    Files.deleteIfExists(files.next());
  }

  /// Appends and forces an entry before it returns. Its checkpoint is signed first.
  public synchronized Entry append(String type, ObjectNode own) throws IOException {
    ObjectNode body = Json.object();
    body.put("n", log.size()).put("previous", lastLeaf);
    body.put("at", clock.instant().toString()).put("type", type);
    own.properties().forEach(one -> body.set(one.getKey(), one.getValue()));
    byte[] payload = Json.bytes(body);
    byte[] leaf = merkle.leaf(payload);
    Frontier longer = tree.with(leaf);
    String note = new Checkpoint(longer.size(), longer.root()).signed(key);
    WholeFile.write(files.next(), note.getBytes(StandardCharsets.UTF_8));
    long n = log.append(payload);
    tree = longer;
    lastLeaf = HexFormat.of().formatHex(leaf);
    Files.move(
        files.next(),
        files.checkpoint(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    if (tree.size() % files.milestone() == 0) {
      milestone(note);
    }
    witness.ifPresent(one -> one.keep(note));
    return new Entry(n, type, body);
  }

  private void milestone(String note) throws IOException {
    Files.writeString(
        files.milestones(), note, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    WholeFile.force(files.milestones());
    String notes = Files.readString(files.milestones());
    witness.ifPresent(one -> one.milestones(notes));
  }

  public synchronized long entries() {
    return log.size();
  }

  /// The root of the tree.
  public synchronized String head() {
    return HexFormat.of().formatHex(tree.root());
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
