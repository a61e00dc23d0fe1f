package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey;

/// Proofs from a home's log that others can check with its checkpoint alone: that an entry is in
/// it, and that it goes on from what it was.
public final class LogProof {
  private final List<byte[]> leaves;
  private final List<byte[]> wanted;
  private final String checkpoint;

  private LogProof(List<byte[]> leaves, List<byte[]> wanted, String checkpoint) {
    this.leaves = leaves;
    this.wanted = wanted;
    this.checkpoint = checkpoint;
  }

  /// There is nothing to prove from: the log is not there, was altered, or has no such entry.
  public static final class NoProof extends Exception {
    private static final long serialVersionUID = 1L;

    NoProof(String message) {
      super(message);
    }
  }

  private static LogProof of(Home home, long entry) throws IOException, NoProof {
    LogFolder files = LogFolder.of(home);
    if (!Files.exists(files.checkpoint())) {
      throw new NoProof("there is no log with a checkpoint in " + home.root());
    }
    List<byte[]> leaves = new ArrayList<>();
    List<byte[]> wanted = new ArrayList<>();
    try {
      String note = Files.readString(files.checkpoint(), StandardCharsets.UTF_8);
      GuardianKey key = GuardianKey.read(home.publicKey());
      new LogCheck(files, key).run(List.of(), one -> leaves.add(one.leaf()));
      LogFile.read(
          files.entries(),
          new LogFile.Visitor() {
            private long n;

            @Override
            public void record(byte[] payload) {
              if (n++ == entry) {
                wanted.add(payload);
              }
            }
          });
      int size = (int) Checkpoint.read(note, key).map(Checkpoint::size).orElse(0L).longValue();
      return new LogProof(List.copyOf(leaves.subList(0, size)), wanted, note);
    } catch (LogAltered altered) {
      throw new NoProof(altered.what());
    }
  }

  /// That entry `n` is in the log: its bytes, its leaf hash, the path to the root, the checkpoint.
  public static ObjectNode inclusion(Home home, long n) throws IOException, NoProof {
    LogProof proof = of(home, n);
    if (n < 0 || n >= proof.leaves.size()) {
      throw new NoProof(
          "the log has %d entries, numbered from 0: there is no entry %d"
              .formatted(proof.leaves.size(), n));
    }
    Proofs proofs = new Proofs();
    byte[] leaf = proof.leaves.get((int) n);
    List<byte[]> path = proofs.inclusion(proof.leaves, (int) n);
    byte[] root = proofs.root(proof.leaves);
    if (!proofs.includes(leaf, n, proof.leaves.size(), path, root)) {
      throw new IllegalStateException("a proof that does not hold was made of entry " + n);
    }
    ObjectNode json = Json.object().put("entry", n).put("size", proof.leaves.size());
    json.put("payload", Base64.getEncoder().encodeToString(proof.wanted.getFirst()));
    json.put("leaf", hex(leaf)).put("root", hex(root));
    json.set("path", hex(path));
    return json.put("checkpoint", proof.checkpoint);
  }

  /// That the log begins with what it was at `size` entries.
  public static ObjectNode consistency(Home home, long size) throws IOException, NoProof {
    LogProof proof = of(home, -1);
    if (size < 1 || size > proof.leaves.size()) {
      throw new NoProof(
          "the log has %d entries: it never was one of %d".formatted(proof.leaves.size(), size));
    }
    Proofs proofs = new Proofs();
    byte[] before = proofs.root(proof.leaves.subList(0, (int) size));
    byte[] root = proofs.root(proof.leaves);
    List<byte[]> path = proofs.consistency(proof.leaves, (int) size);
    if (!proofs.consistent(size, before, proof.leaves.size(), root, path)) {
      throw new IllegalStateException("a proof that does not hold was made of size " + size);
    }
    ObjectNode json = Json.object().put("from", size).put("size", proof.leaves.size());
    json.put("before", hex(before)).put("root", hex(root));
    json.set("path", hex(path));
    return json.put("checkpoint", proof.checkpoint);
  }

  private static JsonNode hex(List<byte[]> hashes) {
    return Json.tree(hashes.stream().map(LogProof::hex).toList());
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
