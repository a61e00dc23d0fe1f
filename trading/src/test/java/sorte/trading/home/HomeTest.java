package sorte.trading.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void a_home_from_a_newer_version_is_refused_and_left_alone() throws IOException {
    Path root = folder.resolve("home");
    Home.opened(root);
    Files.writeString(root.resolve("VERSION"), "99\n");
    assertThatThrownBy(() -> Home.opened(root))
        .isInstanceOf(NewerHome.class)
        .hasMessageContaining("99");
    assertThat(root.resolve("VERSION")).hasContent("99");
  }

  @Test
  void one_lock_has_one_holder() throws IOException {
    Path file = folder.resolve("lock");
    try (HomeLock _ = HomeLock.tryTake(file).orElseThrow()) {
      assertThat(HomeLock.tryTake(file)).isEqualTo(Optional.empty());
    }
    HomeLock.tryTake(file).orElseThrow().close();
  }

  @Test
  void only_a_digest_becomes_part_of_a_path() {
    assertThatThrownBy(() -> Home.at(folder).storeArtifact("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
