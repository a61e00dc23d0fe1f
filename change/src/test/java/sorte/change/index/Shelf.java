package sorte.change.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A small tree of sources whose members know each other in every way that Java has.
final class Shelf {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:public |final |abstract |sealed )*(?:class|interface|record|enum) (\\w+)");

  static final String PRICE =
      """
      package shop.goods;

      /// What a thing costs. In cents.
      public record Price(int cents) implements Comparable<Price> {
        public Price {
          if (cents < 0) {
            throw new IllegalArgumentException("below zero");
          }
        }

        public static Price of(int cents) {
          return new Price(cents);
        }

        public static Price of(String text) {
          return new Price(Integer.parseInt(text));
        }

        @Override
        public int compareTo(Price other) {
          return Integer.compare(cents, other.cents);
        }
      }
      """;

  static final String GOODS =
      """
      package shop.goods;

      public sealed interface Goods permits Bread, Tea {
        Price price();

        default boolean isDear() {
          return price().cents() > Limits.DEAR;
        }
      }
      """;

  static final String BREAD =
      """
      package shop.goods;

      public record Bread(Price price, int grams) implements Goods {}
      """;

  static final String TEA =
      """
      package shop.goods;

      public final class Tea implements Goods {
        private int steeped;

        static final class Pot {
          int cups() {
            return 4;
          }
        }

        @Override
        public Price price() {
          return Price.of("350");
        }

        public void steep() {
          steeped++;
        }
      }
      """;

  static final String LIMITS =
      """
      package shop.goods;

      public final class Limits {
        public static final int DEAR = 300;

        private Limits() {}
      }
      """;

  static final String TILL =
      """
      package shop.desk;

      import static shop.goods.Limits.DEAR;

      import java.util.Comparator;
      import java.util.List;
      import shop.goods.Bread;
      import shop.goods.Goods;
      import shop.goods.Price;

      public final class Till {
        private final Price first = Price.of(DEAR);

        public int total(List<? extends Goods> goods) {
          return goods.stream().map(Goods::price).mapToInt(p -> p.cents()).sum();
        }

        public Goods dearest(List<Goods> goods) {
          return goods.stream().max(Comparator.comparing(g -> g.price())).orElseThrow();
        }

        int weight(Goods goods) {
          return goods instanceof Bread(Price _, int grams) ? grams : 0;
        }

        public Price first() {
          return first;
        }
      }
      """;

  /// The same simple name as another, in another package.
  static final String OTHER_PRICE =
      """
      package shop.desk;

      enum Tag {
        SMALL,
        LARGE;

        static final class Price {
          int cents() {
            return 1;
          }
        }

        int wide() {
          return switch (this) {
            case SMALL -> new Price().cents();
            case LARGE -> 2;
          };
        }
      }
      """;

  static final String TILL_TEST =
      """
      package shop.desk;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertThrows;

      import java.util.List;
      import org.junit.jupiter.api.Test;
      import shop.goods.Bread;
      import shop.goods.Price;
      import shop.goods.Tea;

      class TillTest {
        @Test
        void a_till_adds_up() {
          assertEquals(250, new Till().total(List.of(new Bread(Price.of(250), 500))));
        }

        @Test
        void tea_has_its_price() {
          assertEquals(350, new Till().total(List.of(new Tea())));
        }

        @Test
        void nothing_costs_less_than_nothing() {
          assertThrows(IllegalArgumentException.class, () -> Price.of(-1));
        }
      }
      """;

  private Shelf() {}

  static List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    for (String text : List.of(PRICE, GOODS, BREAD, TEA, LIMITS, TILL, OTHER_PRICE, TILL_TEST)) {
      files.add(file(text));
    }
    return files;
  }

  /// A file at the path of its package and its first type.
  static SourceFile file(String text) {
    Matcher in = PACKAGE.matcher(text);
    Matcher type = TYPE.matcher(text);
    if (!in.find() || !type.find()) {
      throw new IllegalArgumentException("no package or no type in " + text);
    }
    String set = type.group(1).endsWith("Test") ? "test" : "main";
    return new SourceFile(
        "src/" + set + "/java/" + in.group(1).replace('.', '/') + "/" + type.group(1) + ".java",
        text);
  }

  static CodeIndex index(List<SourceFile> files) {
    try (Indexer indexer = new Indexer(List.of())) {
      return indexer.read(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Declaration only(CodeIndex index, String name) {
    return switch (new Search(index).one(name)) {
      case Asked.One(Declaration declaration) -> declaration;
      case Asked.Several(List<Declaration> all) -> throw new AssertionError("several: " + all);
      case Asked.Unknown(List<Declaration> near) ->
          throw new AssertionError("unknown; near " + near);
    };
  }

  /// Uses of what has the name, as `READS Type.member:line`.
  static List<String> uses(CodeIndex index, String name) {
    return index.uses(only(index, name)).stream()
        .map(p -> p.use().manner() + " " + Keys.shortened(p.use().within()) + ":" + p.use().line())
        .toList();
  }
}
