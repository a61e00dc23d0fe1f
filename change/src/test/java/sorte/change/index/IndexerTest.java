package sorte.change.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexerTest {
  private static final CodeIndex INDEX = Shelf.index(Shelf.files());

  @Test
  void overloads_are_told_apart_by_what_they_take() {
    assertThat(Shelf.uses(INDEX, "Price.of(int)"))
        .containsExactly(
            "CALLS Till.first:12",
            "CALLS TillTest.a_till_adds_up():15",
            "CALLS TillTest.nothing_costs_less_than_nothing():25");
    assertThat(Shelf.uses(INDEX, "Price.of(String)")).containsExactly("CALLS Tea.price():14");
  }

  @Test
  void types_of_one_simple_name_are_told_apart() {
    assertThat(Shelf.uses(INDEX, "Tag.Price.cents")).containsExactly("CALLS Tag.wide():15");
    assertThat(Shelf.uses(INDEX, "goods.Price.cents"))
        .contains("CALLS Goods.isDear():7", "CALLS Till.total(List):15")
        .noneMatch(u -> u.contains("Tag"));
  }

  @Test
  void an_accessor_nobody_wrote_is_its_component() {
    assertThat(Shelf.only(INDEX, "Bread.price").kind()).isEqualTo(Kind.COMPONENT);
    assertThat(Shelf.uses(INDEX, "Bread.grams")).containsExactly("READS Till.weight(Goods):23");
  }

  @Test
  void lambdas_method_references_and_static_imports_are_uses_of_what_they_mean() {
    assertThat(Shelf.uses(INDEX, "Goods.price"))
        .contains("REFERS Till.total(List):15", "CALLS Till.dearest(List):19")
        .contains("OVERRIDES Tea.price():13");
    assertThat(Shelf.uses(INDEX, "Limits.DEAR"))
        .containsExactly("READS Till.first:12", "READS Goods.isDear():7");
  }

  @Test
  void fields_are_read_or_written_and_types_created_or_extended() {
    assertThat(Shelf.uses(INDEX, "Tea.steeped")).containsExactly("WRITES Tea.steep():18");
    assertThat(Shelf.uses(INDEX, "Tea"))
        .containsExactly("PERMITS Goods:3", "CREATES TillTest.tea_has_its_price():20");
    assertThat(Shelf.uses(INDEX, "Goods")).contains("EXTENDS Tea:3", "EXTENDS Bread:3");
    assertThat(Shelf.uses(INDEX, "Tag.SMALL")).containsExactly("READS Tag.wide():15");
  }

  @Test
  void a_declaration_has_its_signature_its_first_sentence_and_its_place() {
    Declaration price = Shelf.only(INDEX, "goods.Price");
    assertThat(price.doc()).isEqualTo("What a thing costs.");
    assertThat(price.signature())
        .isEqualTo("public record Price(int cents) implements Comparable<Price>");
    Declaration total = Shelf.only(INDEX, "Till.total");
    assertThat(total.signature()).isEqualTo("public int total(List<? extends Goods> goods)");
    assertThat(total.span()).isEqualTo(new Declaration.Span(14, 14, 16));
    assertThat(Shelf.only(INDEX, "Tea.price").span()).isEqualTo(new Declaration.Span(12, 13, 15));
  }

  @Test
  void members_stand_in_the_order_of_their_file() {
    assertThat(INDEX.members(Shelf.only(INDEX, "Tea")).stream().map(Declaration::name))
        .containsExactly("steeped", "Pot", "price", "steep");
  }

  @Test
  void a_parameter_has_its_unit_and_its_bounds() {
    List<SourceFile> files =
        List.of(
            new SourceFile(
                "a/Bars.java",
                """
                package a;

                @java.lang.annotation.Target(java.lang.annotation.ElementType.RECORD_COMPONENT)
                @interface Bars {
                  int value();

                  int min();

                  int max();
                }
                """),
            Shelf.file(
                """
                package a;

                record Settings(@Bars(value = Settings.USUAL, min = 2, max = 1_00) int period, @Bars(value = Settings.USUAL, min = 1, max = 99) int other, int plain) {
                  static final int USUAL = 3 * 4;
                }
                """));
    CodeIndex index = Shelf.index(files);
    assertThat(Shelf.only(index, "Settings.period").bounds())
        .contains(new Bounds("Bars", "12", "2", "100"));
    assertThat(Shelf.only(index, "Settings.period").kind()).isEqualTo(Kind.PARAMETER);
    assertThat(Shelf.only(index, "Settings").signature())
        .isEqualTo("record Settings(int period, int other, int plain)");
    assertThat(Shelf.only(index, "Settings.plain").kind()).isEqualTo(Kind.COMPONENT);
    assertThat(Shelf.uses(index, "Settings.USUAL"))
        .contains("READS Settings.period:3", "READS Settings.other:3");
  }

  @Test
  void a_file_that_does_not_parse_is_named_and_the_rest_is_read() {
    List<SourceFile> files = new ArrayList<>(Shelf.files());
    SourceFile broken = Shelf.file("package shop.desk;\n\nclass Broken {\n  void half( {\n}\n");
    files.add(broken);
    CodeIndex index = Shelf.index(files);
    assertThat(index.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.path()).isEqualTo(broken.path());
          assertThat(p.kind()).isEqualTo(Problem.Kind.DOES_NOT_PARSE);
          assertThat(p.line()).isEqualTo(4);
        });
    assertThat(index.declarations()).isEqualTo(INDEX.declarations());
  }

  @Test
  void a_file_with_errors_of_meaning_is_read_as_far_as_it_means_something() {
    List<SourceFile> files = new ArrayList<>(Shelf.files());
    files.add(
        Shelf.file(
            """
            package shop.desk;

            class Wrong extends Missing {
              int a = unknown(new Till().first());

              int b() {
                missing.each(x -> new Till().weight(null));
                return shop.goods.Price.of(1);
              }
            }
            """));
    CodeIndex index = Shelf.index(files);
    assertThat(index.problems()).isEmpty();
    assertThat(Shelf.uses(index, "Till.first()")).contains("CALLS Wrong.a:4");
    assertThat(Shelf.uses(index, "Price.of(int)")).contains("CALLS Wrong.b():8");
    assertThat(Shelf.uses(index, "Till.weight")).contains("CALLS Wrong.b():7");
  }

  @Test
  void of_two_files_that_declare_one_type_the_first_counts_and_the_second_is_named() {
    SourceFile first = new SourceFile("a/Price.java", Shelf.PRICE);
    List<SourceFile> files = new ArrayList<>(Shelf.files());
    files.add(first);
    CodeIndex index = Shelf.index(files);
    assertThat(index.problems())
        .containsExactly(
            new Problem(
                Shelf.file(Shelf.PRICE).path(), Problem.Kind.DECLARED_ELSEWHERE, 0, first.path()));
    assertThat(Shelf.only(index, "goods.Price").path()).isEqualTo("a/Price.java");
  }

  @Test
  void the_order_of_files_changes_no_byte() {
    byte[] bytes = INDEX.bytes();
    for (long seed = 1; seed <= 3; seed++) {
      List<SourceFile> files = new ArrayList<>(Shelf.files());
      Collections.shuffle(files, new Random(seed));
      assertThat(Shelf.index(files).bytes()).as("seed " + seed).isEqualTo(bytes);
    }
  }
}
