package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final CodeIndex index = Shelf.index(Shelf.files());
  private final Search search = new Search(index);

  private List<String> found(String name) {
    return search.find(name).stream()
        .map(f -> f.fit() + " " + f.declaration().shortName())
        .toList();
  }

  @Test
  void a_name_is_found_whole_first_then_by_its_beginning_then_within() {
    assertThat(found("Till"))
        .startsWith("EXACT Till", "PREFIX TillTest")
        .noneMatch(f -> f.contains("Price"));
    assertThat(found("cents"))
        .containsExactlyInAnyOrder("EXACT Price.cents", "EXACT Tag.Price.cents()");
    assertThat(found("eares")).containsExactly("WITHIN Till.dearest(List)");
  }

  @Test
  void humps_and_dashes_find_what_people_mean() {
    assertThat(found("TiTe")).contains("HUMPS TillTest");
    assertThat(found("TTest")).contains("HUMPS TillTest");
    assertThat(found("LT")).as("a hump begins after a small letter").isEmpty();
    assertThat(found("is-dear")).containsExactly("FOLDED Goods.isDear()");
    assertThat(found("till-test")).contains("FOLDED TillTest");
  }

  @Test
  void a_name_with_its_owner_its_package_or_what_it_takes_is_one_thing() {
    assertThat(Shelf.only(index, "shop.goods.Price").key()).isEqualTo("shop.goods.Price");
    assertThat(Shelf.only(index, "Tag.Price").key()).isEqualTo("shop.desk.Tag.Price");
    assertThat(Shelf.only(index, "Price.of(java.lang.String)").line()).isEqualTo(15);
    assertThat(Shelf.only(index, "Price#compareTo").kind()).isEqualTo(Kind.METHOD);
    assertThat(Shelf.only(index, "new Price(int)").kind()).isEqualTo(Kind.CONSTRUCTOR);
  }

  @Test
  void a_name_of_several_things_lists_them() {
    assertThat(search.one("Price"))
        .isInstanceOfSatisfying(
            Asked.Several.class,
            s ->
                assertThat(s.declarations().stream().map(Declaration::key))
                    .containsExactlyInAnyOrder("shop.goods.Price", "shop.desk.Tag.Price"));
    assertThat(search.one("Price.of")).isInstanceOf(Asked.Several.class);
  }

  @Test
  void an_unknown_name_says_what_is_near() {
    assertThat(search.one("dearset"))
        .isInstanceOfSatisfying(
            Asked.Unknown.class,
            u -> assertThat(u.near().getFirst().shortName()).isEqualTo("Till.dearest(List)"));
    assertThat(search.one("Elephant")).isEqualTo(new Asked.Unknown(List.of()));
    assertThat(search.one("")).isEqualTo(new Asked.Unknown(List.of()));
    assertThat(search.find("..(")).isEmpty();
  }

  @Test
  void a_swap_a_change_and_a_letter_more_or_less_are_one_step_each() {
    assertThat(Nearness.distance("till", "tlil")).isEqualTo(1);
    assertThat(Nearness.distance("till", "tell")).isEqualTo(1);
    assertThat(Nearness.distance("till", "stil")).isEqualTo(2);
    assertThat(Nearness.distance("", "abc")).isEqualTo(3);
  }
}
