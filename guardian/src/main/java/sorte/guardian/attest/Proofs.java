package sorte.guardian.attest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Proofs over a Merkle tree: that an entry is in it (RFC 9162, 2.1.3) and that a longer tree
/// begins with a shorter one (2.1.4). Made from all leaves, checked from a few hashes.
final class Proofs {
  private final Merkle merkle = new Merkle();

  /// The root of these leaves.
  byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return merkle.empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = left(leaves.size());
    return merkle.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  /// The path from leaf `index` to the root, its own side's neighbour first.
  List<byte[]> inclusion(List<byte[]> leaves, int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new IllegalArgumentException(
          "a leaf of %d is numbered 0 to %d, was %d"
              .formatted(leaves.size(), leaves.size() - 1, index));
    }
    List<byte[]> path = new ArrayList<>();
    if (leaves.size() > 1) {
      int left = left(leaves.size());
      List<byte[]> first = leaves.subList(0, left);
      List<byte[]> rest = leaves.subList(left, leaves.size());
      path.addAll(index < left ? inclusion(first, index) : inclusion(rest, index - left));
      path.add(root(index < left ? rest : first));
    }
    return path;
  }

  /// Whether `path` leads from the leaf to `root` in a tree of `size`.
  boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] other : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = merkle.node(other, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = merkle.node(hash, other);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /// The hashes that show that the first `size` of `leaves` are the tree of that size.
  List<byte[]> consistency(List<byte[]> leaves, int size) {
    if (size < 1 || size > leaves.size()) {
      throw new IllegalArgumentException(
          "a shorter tree of %d has 1 to %d leaves, was %d"
              .formatted(leaves.size(), leaves.size(), size));
    }
    return size == leaves.size() ? List.of() : within(leaves, size, true);
  }

  private List<byte[]> within(List<byte[]> leaves, int size, boolean known) {
    List<byte[]> proof = new ArrayList<>();
    if (size == leaves.size()) {
      if (!known) {
        proof.add(root(leaves));
      }
      return proof;
    }
    int left = left(leaves.size());
    List<byte[]> first = leaves.subList(0, left);
    List<byte[]> rest = leaves.subList(left, leaves.size());
    if (size <= left) {
      proof.addAll(within(first, size, known));
      proof.add(root(rest));
    } else {
      proof.addAll(within(rest, size - left, false));
      proof.add(root(first));
    }
    return proof;
  }

  /// Whether the tree of `size` and `root` begins with that of `shorter` and `before`.
  boolean consistent(long shorter, byte[] before, long size, byte[] root, List<byte[]> proof) {
    if (shorter < 1 || shorter > size) {
      return false;
    }
    if (shorter == size) {
      return proof.isEmpty() && Arrays.equals(before, root);
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(shorter) == 1) {
      path.addFirst(before);
    }
    if (path.isEmpty()) {
      return false;
    }
    return walked(shorter, size, path)
        .filter(both -> Arrays.equals(both.shorter(), before) && Arrays.equals(both.root(), root))
        .isPresent();
  }

  private record Both(byte[] shorter, byte[] root) {}

  private Optional<Both> walked(long shorter, long size, List<byte[]> path) {
    long node = shorter - 1;
    long last = size - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] old = path.getFirst();
    byte[] now = path.getFirst();
    for (byte[] other : path.subList(1, path.size())) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        old = merkle.node(other, old);
        now = merkle.node(other, now);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        now = merkle.node(now, other);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(new Both(old, now)) : Optional.empty();
  }

  /// The largest power of two below `size`.
  private static int left(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
