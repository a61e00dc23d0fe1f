package sorte.guardian.attest;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// The hashes of a Merkle tree as RFC 9162 has them (section 2.1): a leaf is told from a node by
/// its first byte. One thread at a time.
final class Merkle {
  /// Length of a hash, in bytes.
  static final int HASH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256;

  Merkle() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The root of a tree without leaves.
  byte[] empty() {
    return sha256.digest();
  }

  byte[] leaf(byte[] content) {
    sha256.update(LEAF);
    return sha256.digest(content);
  }

  byte[] node(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }
}
