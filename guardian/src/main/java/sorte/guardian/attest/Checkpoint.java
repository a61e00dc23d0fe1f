package sorte.guardian.attest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import sorte.trading.release.GuardianKey;

/// How long the log is and the root of its tree, as the guardian signed it: a checkpoint in the
/// form of a signed note (C2SP tlog-checkpoint and signed-note, Ed25519).
record Checkpoint(long size, byte[] root) {

  /// The lines of one note.
  private static final int LINES = 5;

  private static final int KEY_HASH = 4;
  private static final byte ED25519 = 1;
  private static final int RAW_KEY = 32;

  Checkpoint {
    if (size < 0 || root.length != Merkle.HASH) {
      throw new IllegalArgumentException(
          "a checkpoint has a size from 0 and a root of 32 bytes, were "
              + size
              + ", "
              + root.length);
    }
  }

  /// The log's name, by its key: notes of another guardian's log are no notes of this one.
  static String origin(GuardianKey key) {
    return "sorte-guardian-" + key.id();
  }

  boolean is(Frontier tree) {
    return tree.size() == size && Arrays.equals(tree.root(), root);
  }

  private String text(GuardianKey key) {
    return origin(key) + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /// The note: three lines of text, an empty one, and the signature's.
  String signed(SigningKey key) {
    GuardianKey open = key.guardianKey();
    String text = text(open);
    return note(open, text, key.sign(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String note(GuardianKey key, String text, byte[] signature) {
    byte[] hashed = Arrays.copyOf(keyHash(key), KEY_HASH + signature.length);
    System.arraycopy(signature, 0, hashed, KEY_HASH, signature.length);
    return text
        + "\n\u2014 "
        + origin(key)
        + " "
        + Base64.getEncoder().encodeToString(hashed)
        + "\n";
  }

  private static byte[] keyHash(GuardianKey key) {
    byte[] encoded = key.first().getEncoded();
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((origin(key) + "\n").getBytes(StandardCharsets.UTF_8));
      sha256.update(ED25519);
      sha256.update(encoded, encoded.length - RAW_KEY, RAW_KEY);
      return Arrays.copyOf(sha256.digest(), KEY_HASH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The checkpoint that a note holds, when it is byte for byte one that `key` signed.
  static Optional<Checkpoint> read(String note, GuardianKey key) {
    String[] lines = note.split("\n", -1);
    if (lines.length != LINES + 1 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    try {
      Checkpoint checkpoint =
          new Checkpoint(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
      String said = lines[4].substring(lines[4].lastIndexOf(' ') + 1);
      byte[] hashed = Base64.getDecoder().decode(said);
      if (hashed.length <= KEY_HASH) {
        return Optional.empty();
      }
      byte[] signature = Arrays.copyOfRange(hashed, KEY_HASH, hashed.length);
      String text = checkpoint.text(key);
      return note(key, text, signature).equals(note)
              && key.signed(text.getBytes(StandardCharsets.UTF_8), signature)
          ? Optional.of(checkpoint)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // what cannot be read was not signed
    }
  }

  /// The notes of a file, one behind another; none where there is no file.
  ///
  /// @throws IOException when one of them is not as `key` signed it
  static List<Checkpoint> all(Path file, GuardianKey key) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Checkpoint> all = new ArrayList<>();
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int from = 0;
    while (from < text.length()) {
      int to = from;
      for (int line = 0; line < LINES && to >= 0; line++) {
        to = text.indexOf('\n', to) + 1;
        to = to == 0 ? -1 : to;
      }
      Optional<Checkpoint> one = to < 0 ? Optional.empty() : read(text.substring(from, to), key);
      all.add(
          one.orElseThrow(
              () -> new IOException("a checkpoint in " + file + " is not as it was signed")));
      from = to;
    }
    return all;
  }

  /// The one note of a file; empty where there is no file.
  ///
  /// @throws IOException when it is not one note that `key` signed
  static Optional<Checkpoint> in(Path file, GuardianKey key) throws IOException {
    List<Checkpoint> all = all(file, key);
    if (Files.exists(file) && all.size() != 1) {
      throw new IOException("the log's checkpoint, " + file + ", is not as it was signed");
    }
    return all.stream().findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint(long s, byte[] r) && s == size && Arrays.equals(r, root);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size) ^ Arrays.hashCode(root);
  }
}
