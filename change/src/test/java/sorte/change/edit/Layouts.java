package sorte.change.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Strategies as different people lay them out: classes made by hand, each with something strange,
/// and shipped ones put into other layouts by a fixed seed.
final class Layouts {
  private static final List<String> BY_HAND =
      List.of(
          "Acentos",
          "AnnotationsOnOddLines",
          "BothSides",
          "BuildsItsParameters",
          "CommentsEverywhere",
          "Constants",
          "FullNames",
          "GroupedFields",
          "Lambdas",
          "LongLines",
          "MembersInOddOrder",
          "MixedIndentation",
          "NestedTypes",
          "NoParameters",
          "OddSpacing",
          "OneLine",
          "OverridesInLine",
          "OwnIndicator",
          "ParametersOfTheFile",
          "SeveralReturns",
          "SlowerBars",
          "TabsAndOwnLineBraces",
          "TextBlocks",
          "Untidy",
          "WindowsLines");

  /// How many come from a generator of layouts.
  private static final int BY_SEED = 24;

  private static final long SEED = 4;

  /// A source with a name to call it by.
  record Source(String name, String text) {}

  private Layouts() {}

  static Source byHand(String name) {
    try (InputStream file = Layouts.class.getResourceAsStream("layouts/" + name + ".java")) {
      return new Source(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Source> all() {
    List<Source> all = new ArrayList<>();
    BY_HAND.forEach(name -> all.add(byHand(name)));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < BY_SEED; i++) {
      all.add(new Source("seeded-" + i, Styles.source(random)));
    }
    return all;
  }
}
