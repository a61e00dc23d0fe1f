package sorte.guardian.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tree against the roots that Certificate Transparency publishes for eight known leaves, and
/// every proof of every small tree, good and spoilt.
class MerkleTest {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  private static final int LARGEST = 33;

  private final Merkle merkle = new Merkle();
  private final Proofs proofs = new Proofs();

  private List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] content = i < LEAVES.size() ? HexFormat.of().parseHex(LEAVES.get(i)) : new byte[] {1};
      leaves.add(merkle.leaf(content));
    }
    return leaves;
  }

  @Test
  void the_roots_of_eight_known_leaves_are_those_published() {
    Frontier tree = new Frontier(merkle);
    assertThat(HexFormat.of().formatHex(tree.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (int i = 0; i < LEAVES.size(); i++) {
      tree.add(leaves(8).get(i));
      assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(ROOTS.get(i));
      assertThat(tree.root()).isEqualTo(proofs.root(leaves(i + 1)));
    }
  }

  @Test
  void a_tree_with_one_more_leaf_leaves_the_tree_as_it_is() {
    Frontier tree = new Frontier(merkle);
    leaves(5).forEach(tree::add);
    byte[] root = tree.root();
    Frontier longer = tree.with(leaves(6).getLast());
    assertThat(longer.root()).isEqualTo(proofs.root(leaves(6)));
    assertThat(tree.root()).isEqualTo(root);
    assertThat(tree.size()).isEqualTo(5);
  }

  @Test
  void every_entry_of_every_small_tree_is_proved_to_be_in_it_and_nothing_else_is() {
    for (int size = 1; size <= LARGEST; size++) {
      List<byte[]> leaves = leaves(size);
      byte[] root = proofs.root(leaves);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = proofs.inclusion(leaves, i);
        byte[] leaf = leaves.get(i);
        assertThat(proofs.includes(leaf, i, size, path, root)).isTrue();
        assertThat(proofs.includes(merkle.leaf(new byte[] {9}), i, size, path, root)).isFalse();
        assertThat(proofs.includes(leaf, size, size, path, root)).isFalse();
        for (int at = 0; at < path.size(); at++) {
          assertThat(proofs.includes(leaf, i, size, spoilt(path, at), root)).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(root);
        assertThat(proofs.includes(leaf, i, size, longer, root)).isFalse();
      }
    }
    assertThatThrownBy(() -> proofs.inclusion(leaves(3), 3))
        .hasMessageContaining("numbered 0 to 2, was 3");
  }

  @Test
  void every_small_tree_is_proved_to_begin_with_each_shorter_one_and_with_no_other() {
    for (int size = 1; size <= LARGEST; size++) {
      List<byte[]> leaves = leaves(size);
      byte[] root = proofs.root(leaves);
      for (int shorter = 1; shorter <= size; shorter++) {
        byte[] before = proofs.root(leaves.subList(0, shorter));
        List<byte[]> proof = proofs.consistency(leaves, shorter);
        assertThat(proofs.consistent(shorter, before, size, root, proof))
            .as(shorter + " of " + size)
            .isTrue();
        assertThat(proofs.consistent(shorter, merkle.leaf(before), size, root, proof)).isFalse();
        assertThat(proofs.consistent(shorter, before, size, merkle.leaf(root), proof)).isFalse();
        for (int at = 0; at < proof.size(); at++) {
          assertThat(proofs.consistent(shorter, before, size, root, spoilt(proof, at))).isFalse();
        }
      }
    }
  }

  private static List<byte[]> spoilt(List<byte[]> path, int at) {
    List<byte[]> bad = new ArrayList<>(path);
    byte[] hash = bad.get(at).clone();
    hash[7] ^= 1;
    bad.set(at, hash);
    return bad;
  }
}
