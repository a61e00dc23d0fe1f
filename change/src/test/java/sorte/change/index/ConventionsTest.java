package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionsTest {
  private static Conventions of(String text) {
    List<SourceFile> files = List.of(Shelf.file(text));
    return Conventions.of(Shelf.index(files), files);
  }

  @Test
  void a_files_habits_are_told_with_how_firm_they_are() {
    Conventions found = Conventions.of(Shelf.index(Shelf.files()), Shelf.files());
    assertThat(found.indentation()).isEqualTo(new Conventions.Habit("2 spaces", 7, 7));
    assertThat(found.lineEnd().form()).isEqualTo("LF");
    assertThat(found.lineEnd().agreed()).isEqualTo(found.lineEnd().seen()).isGreaterThan(80);
    assertThat(found.finalNewline().form()).isEqualTo("yes");
    assertThat(found.brace().form()).isEqualTo("same line");
    assertThat(found.fields().form()).isEqualTo("camelCase");
    assertThat(found.constants().form()).isEqualTo("UPPER_CASE");
    assertThat(found.parameters().isKnown()).isFalse();
  }

  @Test
  void another_authors_habits_are_others() {
    Conventions found =
        of(
            "package a;\r\n\r\n"
                + "class Odd\r\n"
                + "{\r\n"
                + "\tvoid act()\r\n"
                + "\t{\r\n"
                + "\t\tm_count++;\r\n"
                + "\t}\r\n\r\n"
                + "\tprivate int m_count;\r\n"
                + "\tprivate int m_rest;\r\n"
                + "\tstatic final int TOP = 1;\r\n"
                + "}");
    assertThat(found.indentation()).isEqualTo(new Conventions.Habit("tab", 1, 1));
    assertThat(found.lineEnd().form()).isEqualTo("CRLF");
    assertThat(found.finalNewline().form()).isEqualTo("no");
    assertThat(found.brace().form()).isEqualTo("line of its own");
    assertThat(found.fields()).isEqualTo(new Conventions.Habit("prefixed", 2, 2));
    assertThat(found.order())
        .containsExactly(
            Conventions.Group.METHODS, Conventions.Group.FIELDS, Conventions.Group.CONSTANTS);
  }

  @ParameterizedTest
  @CsvSource({
    "fastMaPeriod, camelCase",
    "x, camelCase",
    "MAX_BARS, UPPER_CASE",
    "fast_period, snake_case",
    "_hidden, _leading",
    "mCount, camelCase",
    "Upper, PascalCase",
    "fast_Period, mixed"
  })
  void a_names_form_is_told(String name, String form) {
    assertThat(Naming.of(name)).isEqualTo(form);
  }

  @Test
  void where_nothing_shows_nothing_is_made_up() {
    Conventions found = of("package a;\nclass One {}");
    assertThat(found.indentation().isKnown()).isFalse();
    assertThat(found.finalNewline().form()).isEqualTo("no");
    assertThat(found.order()).isEmpty();
  }
}
