package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactTest {
  private final CodeIndex index = Shelf.index(Shelf.files());

  private static List<String> tests(CodeIndex index, String name) {
    return new Impact(index)
        .of(Shelf.only(index, name)).tests().stream().map(Declaration::name).toList();
  }

  @Test
  void a_test_reaches_what_its_calls_call() {
    assertThat(tests(index, "Price.of(int)"))
        .containsExactly("a_till_adds_up", "tea_has_its_price", "nothing_costs_less_than_nothing");
    assertThat(tests(index, "Limits.DEAR")).as("a till begins with it").contains("a_till_adds_up");
    assertThat(tests(index, "Till.weight")).isEmpty();
  }

  @Test
  void a_call_of_what_is_overridden_reaches_only_types_that_are_on_the_way() {
    assertThat(tests(index, "Tea.price")).containsExactly("tea_has_its_price");
    assertThat(tests(index, "Price.of(String)")).containsExactly("tea_has_its_price");
  }

  @Test
  void users_are_counted_by_the_uses_between() {
    Impact.Report report = new Impact(index).of(Shelf.only(index, "Tag.Price.cents"));
    assertThat(report.users().stream().map(u -> u.distance() + " " + u.declaration().shortName()))
        .containsExactly("1 Tag.wide()");
    assertThat(report.tests()).isEmpty();
    assertThat(
            new Impact(index)
                .of(Shelf.only(index, "Goods.price")).users().stream()
                    .filter(u -> u.distance() == 1)
                    .map(u -> u.declaration().shortName()))
        .contains("Goods.isDear()", "Till.dearest(List)", "Till.total(List)", "Tea.price()");
  }

  @Test
  void a_type_is_all_that_it_is_made_of() {
    assertThat(tests(index, "goods.Price")).hasSize(3);
    assertThat(tests(index, "TillTest")).as("a changed test is to be run").hasSize(3);
  }

  @Test
  void what_runs_around_a_test_or_gives_it_values_is_part_of_it() {
    List<SourceFile> files = new ArrayList<>(Shelf.files());
    files.add(
        Shelf.file(
            """
            package shop.goods;

            class SteepTest {
              private Tea tea;

              @org.junit.jupiter.api.BeforeEach
              void warm() {
                tea = new Tea();
                tea.steep();
              }

              static java.util.List<Bread> loaves() {
                return java.util.List.of(new Bread(Price.of(1), 2));
              }

              @org.junit.jupiter.params.ParameterizedTest
              @org.junit.jupiter.params.provider.MethodSource("loaves")
              void bread_is_light(Bread bread) {}
            }
            """));
    CodeIndex more = Shelf.index(files);
    assertThat(tests(more, "Tea.steep")).containsExactly("bread_is_light");
    assertThat(tests(more, "SteepTest.loaves")).containsExactly("bread_is_light");
    assertThat(tests(more, "Price.of(int)")).contains("bread_is_light");
  }

  @Test
  void what_a_library_calls_runs_wherever_its_type_is_made() {
    List<SourceFile> files = new ArrayList<>(Shelf.files());
    files.add(
        Shelf.file(
            """
            package shop.desk;

            final class Bell implements Runnable {
              @Override
              public void run() {
                new Till().first();
              }

              static Thread rung() {
                return new Thread(new Bell());
              }
            }
            """));
    files.add(
        Shelf.file(
            """
            package shop.desk;

            class BellTest {
              @org.junit.jupiter.api.Test
              void it_rings() {
                Bell.rung();
              }
            }
            """));
    assertThat(tests(Shelf.index(files), "Till.first()")).containsExactly("it_rings");
  }
}
