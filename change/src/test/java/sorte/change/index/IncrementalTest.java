package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// An index brought up to date is the index made from nothing, byte for byte, whatever was edited.
class IncrementalTest {
  private static final int EDITS = 30;

  /// What may be exchanged for what, in any file that has it: bodies, names, signatures, types of
  /// members, what is extended, imports, the syntax itself.
  private static final List<List<String>> EXCHANGES =
      List.of(
          List.of("return 4;", "return 2 + 2;"),
          List.of("of(String text)", "of(CharSequence text)"),
          List.of("of(int cents)", "of(long cents)"),
          List.of("default boolean isDear()", "default boolean isCheap()"),
          List.of("int grams", "long grams"),
          List.of("implements Comparable<Price>", "implements java.io.Serializable"),
          List.of("static final class Price {", "static final class Cost {"),
          List.of("static final class Pot {", "static final class Price {"),
          List.of("import shop.goods.Price;\n", "import java.lang.String;\n"),
          List.of("import shop.goods.Bread;\n", "import shop.goods.*;\n"),
          List.of("DEAR = 300", "CHEAP = 300"),
          List.of("private int steeped", "int steeped"),
          List.of(
              "public int total(List<? extends Goods> goods) {",
              "public int total(List<? extends Goods> goods {"),
          List.of("Price price();", "Price price(); int extra(int a);"),
          List.of("package shop.desk;", "package shop.goods;"),
          List.of("extends Goods", "extends Bread"),
          List.of("public final class Tea implements Goods", "public final class Tea"));

  @Test
  void any_row_of_edits_gives_what_reading_everything_anew_gives() throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      rows(seed);
    }
  }

  private static void rows(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, SourceFile> files = new TreeMap<>();
    Shelf.files().forEach(f -> files.put(f.path(), f));
    int changed = 0;
    try (Indexer indexer = new Indexer(List.of())) {
      CodeIndex index = indexer.read(files.values());
      for (int i = 0; i < EDITS; i++) {
        edit(files, random);
        Indexer.Work work = indexer.update(index, files.values());
        changed += work.filesRead() > 0 ? 1 : 0;
        index = work.index();
        assertThat(index.bytes())
            .as("seed %d, edit %d", seed, i)
            .isEqualTo(indexer.read(files.values()).bytes());
      }
    }
    assertThat(changed).as("edits that changed something, seed " + seed).isGreaterThan(EDITS / 2);
  }

  private static void edit(Map<String, SourceFile> files, SplittableRandom random) {
    List<SourceFile> original = Shelf.files();
    List<String> paths = new ArrayList<>(files.keySet());
    switch (random.nextInt(8)) {
      case 0 -> files.remove(paths.get(random.nextInt(paths.size())));
      case 1 -> {
        SourceFile back = original.get(random.nextInt(original.size()));
        files.put(back.path(), back);
      }
      case 2 -> {
        String copied = paths.get(random.nextInt(paths.size()));
        String at = random.nextBoolean() ? "a/Copy.java" : "z/Copy.java";
        files.put(
            at, new SourceFile(at, java.util.Objects.requireNonNull(files.get(copied)).text()));
      }
      default -> {
        List<String> exchange = EXCHANGES.get(random.nextInt(EXCHANGES.size()));
        boolean back = random.nextInt(3) == 0;
        String from = exchange.get(back ? 1 : 0);
        String to = exchange.get(back ? 0 : 1);
        files.replaceAll((path, file) -> new SourceFile(path, file.text().replace(from, to)));
      }
    }
  }

  @Test
  void an_edit_of_a_body_reads_one_file() throws IOException {
    assertThat(readAfter("return 4;", "return 5;")).isEqualTo(1);
    assertThat(readAfter("/// What a thing costs.", "/// A cost.\n///\n/// Of a thing."))
        .isEqualTo(1);
  }

  @Test
  void an_edit_of_a_signature_reads_those_that_speak_of_it() throws IOException {
    assertThat(readAfter("public void steep()", "public void steep(int minutes)")).isEqualTo(1);
    assertThat(readAfter("boolean isDear()", "boolean isCostly()")).isEqualTo(1);
    assertThat(readAfter("DEAR = 300", "CHEAP = 300")).isEqualTo(3);
  }

  @Test
  void a_constant_is_followed_into_the_bounds_that_count_with_it() throws IOException {
    List<SourceFile> files = new ArrayList<>(Shelf.files());
    files.add(
        new SourceFile(
            "Bars.java", "package a;\n@interface Bars { int value(); int min(); int max(); }\n"));
    files.add(
        new SourceFile(
            "Usual.java",
            "package a;\nclass Usual { static final int TWICE = 2 * shop.goods.Limits.DEAR; }\n"));
    files.add(
        new SourceFile(
            "Set.java",
            "package a;\nrecord Set(@Bars(value = Usual.TWICE, min = 1, max = 999) int n) {}\n"));
    try (Indexer indexer = new Indexer(List.of())) {
      CodeIndex index = indexer.read(files);
      assertThat(Shelf.only(index, "Set.n").bounds())
          .contains(new Bounds("Bars", "600", "1", "999"));
      files.replaceAll(f -> new SourceFile(f.path(), f.text().replace("DEAR = 300", "DEAR = 200")));
      CodeIndex after = indexer.update(index, files).index();
      assertThat(Shelf.only(after, "Set.n").bounds())
          .contains(new Bounds("Bars", "400", "1", "999"));
      assertThat(after.bytes()).isEqualTo(indexer.read(files).bytes());
    }
  }

  @Test
  void nothing_edited_is_nothing_read() throws IOException {
    try (Indexer indexer = new Indexer(List.of())) {
      CodeIndex index = indexer.read(Shelf.files());
      Indexer.Work work = indexer.update(index, Shelf.files());
      assertThat(work.filesRead()).isZero();
      assertThat(work.index()).isSameAs(index);
    }
  }

  private static int readAfter(String from, String to) throws IOException {
    try (Indexer indexer = new Indexer(List.of())) {
      CodeIndex index = indexer.read(Shelf.files());
      List<SourceFile> after =
          Shelf.files().stream()
              .map(f -> new SourceFile(f.path(), f.text().replace(from, to)))
              .toList();
      return indexer.update(index, after).filesRead();
    }
  }
}
