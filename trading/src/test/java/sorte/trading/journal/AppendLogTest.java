package sorte.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendLogTest {
  @TempDir Path folder;

  @Test
  void what_was_appended_is_read_again_in_order() throws IOException {
    Path file = folder.resolve("a.log");
    try (AppendLog log = AppendLog.open(file)) {
      assertThat(log.append(utf8("one"))).isZero();
      assertThat(log.append(utf8(""))).isEqualTo(1);
      assertThat(log.append(utf8("três"))).isEqualTo(2);
    }
    try (AppendLog log = AppendLog.open(file)) {
      assertThat(log.size()).isEqualTo(3);
      assertThat(texts(log, 0)).containsExactly("one", "", "três");
      assertThat(texts(log, 2)).containsExactly("três");
    }
  }

  @Test
  void a_tail_torn_at_any_byte_is_cut_and_the_rest_stays() throws IOException {
    Path whole = folder.resolve("whole.log");
    long good;
    try (AppendLog log = AppendLog.open(whole)) {
      log.append(utf8("first"));
      good = Files.size(whole);
      log.append(utf8("second record"));
    }
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = (int) good; length < bytes.length; length++) {
      Path torn = folder.resolve("torn-" + length + ".log");
      Files.write(torn, java.util.Arrays.copyOf(bytes, length));
      try (AppendLog log = AppendLog.open(torn)) {
        assertThat(texts(log, 0)).containsExactly("first");
        log.append(utf8("third"));
        assertThat(texts(log, 0)).containsExactly("first", "third");
      }
    }
  }

  @Test
  void a_byte_changed_before_the_tail_stops_and_names_the_record() throws IOException {
    Path file = folder.resolve("bad.log");
    try (AppendLog log = AppendLog.open(file)) {
      log.append(utf8("first"));
      log.append(utf8("second"));
      log.append(utf8("third"));
    }
    byte[] bytes = Files.readAllBytes(file);
    int inSecond = 8 + 8 + "first".length() + 8;
    bytes[inSecond] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> AppendLog.open(file))
        .isInstanceOf(CorruptLog.class)
        .hasMessageContaining("record 1");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void a_file_that_is_no_log_is_left_alone() throws IOException {
    Path file = Files.writeString(folder.resolve("x.log"), "hello, this is somebody's file");
    assertThatThrownBy(() -> AppendLog.open(file)).isInstanceOf(CorruptLog.class);
    assertThat(file).hasContent("hello, this is somebody's file");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(AppendLog log, long from) throws IOException {
    List<String> texts = new ArrayList<>();
    log.read(from, (_, payload) -> texts.add(new String(payload, StandardCharsets.UTF_8)));
    return texts;
  }
}
