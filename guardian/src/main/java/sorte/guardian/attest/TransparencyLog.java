package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// What was judged and allowed, in order: each entry names the hash of the one before it and is
/// signed. The head stands beside it, signed, so that a cut log shows.
///
/// An entry is `{"body": text, "hash": sha256 of body, "signature": base64}`; the body is JSON with
/// `n`, `previous`, `at`, `type` and the entry's own keys.
public final class TransparencyLog implements AutoCloseable {

  /// What the first entry names as the one before it.
  static final String GENESIS = "0".repeat(64);

  private static final String DOMAIN = "sorte-guardian-log-1\n";

  /// One entry, read.
  public record Entry(long n, String type, JsonNode body) {}

  /// Takes entries in order.
  public interface Reader {
    void entry(Entry entry) throws IOException;
  }

  private final AppendLog log;
  private final SigningKey key;
  private final InstantSource clock;
  private final Path headFile;
  private String head = GENESIS;
  private boolean stated;

  private TransparencyLog(AppendLog log, SigningKey key, InstantSource clock, Path headFile) {
    this.log = log;
    this.key = key;
    this.clock = clock;
    this.headFile = headFile;
  }

  static Path file(Home home) {
    return home.guardianLog().resolve("entries.log");
  }

  static Path headFile(Home home) {
    return home.guardianLog().resolve("head.json");
  }

  /// Opens the log and hands every entry over. The chain is checked on the way.
  public static TransparencyLog open(Home home, SigningKey key, InstantSource clock, Reader reader)
      throws IOException {
    Files.createDirectories(home.guardianLog());
    TransparencyLog log =
        new TransparencyLog(AppendLog.open(file(home)), key, clock, headFile(home));
    try {
      Optional<Head> stated = Head.read(headFile(home), key.open());
      log.log.read(
          0,
          (n, payload) -> {
            log.follow(n, payload, reader);
            log.stated |= stated.isPresent() && stated.get().is(n + 1, log.head);
          });
      log.compare(stated);
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
    log.writeHead();
    return log;
  }

  /// The log may be one entry ahead of its head, where a crash came between the two; behind it, it
  /// was cut.
  private void compare(Optional<Head> stated) throws IOException {
    long least = stated.map(Head::entries).orElse(0L);
    boolean follows = stated.isEmpty() || least == 0 || this.stated;
    if (!follows || log.size() > least + 1) {
      throw new IOException(
          "the guardian's log has %d entries and its signed head says %d: entries were cut off or"
                  .formatted(log.size(), least)
              + " the head was changed; restore guardian/log/ from a backup");
    }
  }

  private void follow(long n, byte[] payload, Reader reader) throws IOException {
    JsonNode json = Json.read(payload);
    String body = Json.text(json, "body");
    JsonNode read = Json.read(body);
    if (!Json.text(read, "previous").equals(head) || !hash(body).equals(Json.text(json, "hash"))) {
      throw new IOException(
          "entry " + n + " of the guardian's log was altered; run `sorte audit verify`");
    }
    head = hash(body);
    reader.entry(new Entry(n, Json.text(read, "type"), read));
  }

  /// Appends and forces an entry before it returns.
  public synchronized Entry append(String type, ObjectNode own) throws IOException {
    ObjectNode body = Json.object();
    body.put("n", log.size()).put("previous", head);
    body.put("at", clock.instant().toString()).put("type", type);
    own.properties().forEach(one -> body.set(one.getKey(), one.getValue()));
    String text = Json.line(body);
    String hash = hash(text);
    ObjectNode entry = Json.object().put("body", text).put("hash", hash);
    entry.put("signature", Base64.getEncoder().encodeToString(key.sign(toSign(hash))));
    long n = log.append(Json.bytes(entry));
    head = hash;
    writeHead();
    return new Entry(n, type, body);
  }

  public synchronized long entries() {
    return log.size();
  }

  /// The hash of the last entry.
  public synchronized String head() {
    return head;
  }

  private void writeHead() throws IOException {
    WholeFile.write(headFile, new Head(log.size(), head).signed(key));
  }

  static byte[] toSign(String hash) {
    return (DOMAIN + hash).getBytes(StandardCharsets.US_ASCII);
  }

  static String hash(String body) {
    return Digest.sha256(body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
