package sorte.guardian.attest;

import java.util.Arrays;

/// A growing Merkle tree of which only the roots of its whole subtrees are kept: enough to know the
/// root at every size. One thread at a time.
final class Frontier {
  /// The most levels: a log holds fewer than 2^62 entries.
  private static final int LEVELS = 62;

  /// In the place of a subtree that is not whole.
  private static final byte[] NONE = {};

  private final Merkle merkle;
  private final byte[][] whole = new byte[LEVELS][0];
  private long size;

  Frontier(Merkle merkle) {
    this.merkle = merkle;
  }

  private Frontier(Frontier other) {
    this.merkle = other.merkle;
    this.size = other.size;
    System.arraycopy(other.whole, 0, whole, 0, LEVELS);
  }

  long size() {
    return size;
  }

  void add(byte[] leafHash) {
    byte[] hash = leafHash;
    int level = 0;
    for (long full = size; (full & 1) == 1; full >>= 1) {
      hash = merkle.node(whole[level], hash);
      whole[level++] = NONE;
    }
    whole[level] = hash;
    size++;
  }

  /// What the tree would be with one more leaf.
  Frontier with(byte[] leafHash) {
    Frontier longer = new Frontier(this);
    longer.add(leafHash);
    return longer;
  }

  byte[] root() {
    byte[] root = NONE;
    for (byte[] subtree : whole) {
      if (subtree.length > 0) {
        root = root.length == 0 ? subtree : merkle.node(subtree, root);
      }
    }
    return root.length == 0 ? merkle.empty() : Arrays.copyOf(root, root.length);
  }
}
