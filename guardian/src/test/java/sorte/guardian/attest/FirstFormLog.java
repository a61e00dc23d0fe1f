package sorte.guardian.attest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import sorte.trading.door.Json;
import sorte.trading.journal.AppendLog;
import sorte.trading.release.GuardianKey.Digest;

/// Writes a log as it was written before ADR 0089, with its signed head, for tests of what becomes
/// of one.
final class FirstFormLog {
  private FirstFormLog() {}

  /// @param ahead entries that a crash left behind the head
  static void write(LogFolder files, SigningKey key, int entries, int ahead) throws IOException {
    Files.createDirectories(files.folder());
    String head = EntryForm.GENESIS;
    try (AppendLog log = AppendLog.open(files.entries())) {
      for (int i = 0; i < entries; i++) {
        ObjectNode body = Json.object().put("n", i).put("previous", head);
        body.put("at", "2026-01-02T03:04:05Z").put("type", "Judged").put("change", "old" + i);
        head = append(log, key, body);
        if (i == entries - 1 - ahead) {
          head(files, key, entries - ahead, head);
        }
      }
    }
  }

  private static String append(AppendLog log, SigningKey key, ObjectNode body) throws IOException {
    String text = Json.line(body);
    String hash = Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    byte[] content = ("sorte-guardian-log-1\n" + hash).getBytes(StandardCharsets.US_ASCII);
    ObjectNode entry = Json.object().put("body", text).put("hash", hash);
    entry.put("signature", Base64.getEncoder().encodeToString(key.sign(content)));
    log.append(Json.bytes(entry));
    return hash;
  }

  private static void head(LogFolder files, SigningKey key, int entries, String hash)
      throws IOException {
    Head head = new Head(entries, hash);
    ObjectNode json = Json.object().put("entries", entries).put("head", hash);
    json.put("signature", Base64.getEncoder().encodeToString(key.sign(head.toSign())));
    Files.write(files.head(), Json.bytes(json));
  }

  /// An attestation of then: one signature over a payload of our own.
  static ObjectNode attestation(SigningKey key, String artifact, String change) {
    ObjectNode payload = Json.object().put("version", 1).put("artifact", artifact);
    payload.putObject("sources").put("A.java", "a".repeat(64));
    payload.put("strategy", "ema-cross").put("className", "sorte.strategies.EmaCross");
    payload.put("api", "1").put("change", change).put("verdict", "approved");
    payload.putArray("gates").addObject().put("gate", "scope").put("outcome", "pass");
    payload.put("judgedAt", "2026-01-02T03:04:05Z");
    byte[] bytes = Json.bytes(payload);
    return Json.object()
        .put("payload", Base64.getEncoder().encodeToString(bytes))
        .put("signature", Base64.getEncoder().encodeToString(key.sign(bytes)))
        .put("key", key.guardianKey().id());
  }
}
