package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextTest {
  private final CodeIndex index = Shelf.index(Shelf.files());
  private final Context context = new Context(index, Shelf.files());

  private List<String> shown(String name, int budget) {
    return context.of(Shelf.only(index, name), budget).pieces().stream()
        .map(p -> p.reason() + " " + Keys.shortened(p.key()))
        .toList();
  }

  @Test
  void the_text_itself_comes_first_then_its_type_what_it_uses_and_a_test() {
    assertThat(shown("Till.total", 10_000))
        .startsWith("ITSELF Till.total(List)", "OUTLINE Till", "USED Goods", "USED Price")
        .contains("TEST TillTest.a_till_adds_up()");
    assertThat(shown("Price.of(String)", 10_000)).contains("USER Tea.price()");
  }

  @Test
  void a_piece_is_the_text_of_its_lines_with_its_documentation() {
    Context.Piece piece = context.of(Shelf.only(index, "goods.Price"), 10_000).pieces().getFirst();
    assertThat(piece.text()).startsWith("/// What a thing costs. In cents.\npublic record Price");
    assertThat(piece.text()).endsWith("}");
    assertThat(piece.line()).isEqualTo(3);
  }

  @Test
  void a_budget_is_kept_and_what_does_not_fit_is_counted() {
    Context.Shown all = context.of(Shelf.only(index, "Till.total"), 10_000);
    for (int budget = 1; budget < all.tokens(); budget += 7) {
      Context.Shown shown = context.of(Shelf.only(index, "Till.total"), budget);
      assertThat(shown.tokens()).isLessThanOrEqualTo(budget);
      assertThat(shown.pieces().size() + shown.leftOut()).isEqualTo(all.pieces().size());
      assertThat(all.pieces()).containsAll(shown.pieces());
    }
    assertThatThrownBy(() -> context.of(Shelf.only(index, "Till.total"), 0))
        .hasMessageContaining("at least 1 token");
  }
}
