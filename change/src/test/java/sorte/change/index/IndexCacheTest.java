package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCacheTest {
  @TempDir Path folder;

  private final CodeIndex index = Shelf.index(Shelf.files());

  @Test
  void what_is_kept_is_what_is_loaded_and_counts_file_by_file() throws IOException {
    IndexCache cache = new IndexCache(folder.resolve("index"), List.of());
    cache.keep(index);
    CodeIndex loaded = cache.load();
    assertThat(loaded.bytes()).isEqualTo(index.bytes());
    assertThat(loaded.declarations()).isEqualTo(index.declarations());
    List<SourceFile> after =
        Shelf.files().stream()
            .map(f ->
                new SourceFile(
                    f.path(), f.text().replace("return 4;", "return new Tea().hashCode();")))
            .toList();
    try (Indexer indexer = new Indexer(List.of())) {
      Indexer.Work work = indexer.update(loaded, after);
      assertThat(work.filesRead()).isEqualTo(1);
      assertThat(work.index().bytes()).isEqualTo(Shelf.index(after).bytes());
    }
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void nothing_kept_or_something_else_is_the_index_of_nothing() throws IOException {
    IndexCache cache = new IndexCache(folder.resolve("index"), List.of());
    assertThat(cache.load().paths()).isEmpty();
    Files.writeString(folder.resolve("index"), "short");
    assertThat(cache.load().paths()).isEmpty();
  }

  @Test
  void other_libraries_than_it_was_made_with_make_it_count_for_nothing() throws IOException {
    Path library = Files.writeString(folder.resolve("library.jar"), "one");
    new IndexCache(folder.resolve("index"), List.of(library)).keep(index);
    assertThat(new IndexCache(folder.resolve("index"), List.of(library)).load().paths())
        .isNotEmpty();
    Files.writeString(library, "another");
    assertThat(new IndexCache(folder.resolve("index"), List.of(library)).load().paths()).isEmpty();
  }

  @Test
  void damage_anywhere_makes_it_count_for_nothing() throws IOException {
    Path file = folder.resolve("index");
    IndexCache cache = new IndexCache(file, List.of());
    cache.keep(index);
    byte[] whole = Files.readAllBytes(file);
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThat(cache.load().paths()).as("seed %d, byte %d", seed, at).isEmpty();
    }
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(cache.load().paths()).isEmpty();
  }
}
