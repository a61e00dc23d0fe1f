package sorte.change.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Strategies as different people would have laid them out: the shipped ones and some more, put
/// into another layout by a seeded generator.
final class Styles {
  private Styles() {}

  /// The sources of the strategies shipped, by path.
  static List<Path> shipped() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("strategies/src/main/java/sorte/strategies"))) {
      folder = folder.getParent();
    }
    try (Stream<Path> files =
        Files.list(folder.resolve("strategies/src/main/java/sorte/strategies"))) {
      return files.filter(f -> !f.endsWith("package-info.java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final List<String> RULES =
      List.of(
          "fast.crossesAbove(slow)",
          "fast.crossesAbove(slow) && rsi.below(p.rsiOverbought())",
          "fast.crossesAbove(slow)\n        && rsi.below(p.rsiOverbought())",
          "fast.crossesAbove(slow) &&\n        rsi.below(p.rsiOverbought())",
          "fast.above(slow) || rsi.below(30)",
          "(fast.above(slow) || rsi.below(30))",
          "fast.above(slow)\n        || rsi.below(30)",
          "fast.above(slow) ||\n        rsi.below(30) // deep\n        || close.above(slow)",
          "(fast.above(slow)) // é isso\n        && (rsi.below(30) /* or */ || close.above(slow))",
          "fast.above(slow) && rsi.below(70) || close.rising()",
          "!fast.above(slow)",
          "fast.above(slow) ? rsi.below(70) : close.rising()",
          "fast.value() > slow.value() && rsi.below(70) // why\n        && close.rising() // and\n        ",
          "up()",
          "((fast.above(slow) && rsi.below(70)))");

  /// One source, laid out as `random` says.
  static String source(RandomGenerator random) {
    String text =
        random.nextInt(3) == 0
            ? text(shipped().get(random.nextInt(shipped().size())))
            : EditorTest.EMA_CROSS;
    if (text.equals(EditorTest.EMA_CROSS)) {
      text = EditorTest.entry(RULES.get(random.nextInt(RULES.size())));
      text =
          text.replace(
              "return fast.crossesBelow(slow);",
              "return " + RULES.get(random.nextInt(RULES.size())) + ";");
      text =
          text.replace(
              "  @Override\n  public Terms",
              "  boolean up() {\n    return fast.rising();\n  }\n\n  @Override\n  public Terms");
    }
    if (random.nextInt(4) == 0) {
      text = text.replaceAll("(?m)^import .*\n", "");
      text = text.replaceFirst("\n\n", "\n\nimport sorte.strategy.*;\n");
    }
    if (random.nextInt(5) == 0) {
      text = text.replace(",\n      @", ", @");
    }
    if (random.nextInt(5) == 0) {
      text = text.replace(") {\n", ")\n  {\n");
    }
    if (random.nextInt(6) == 0) {
      text = text.replace("() {\n    return", "() { return").replace(";\n  }\n", "; }\n");
    }
    return lines(text, random);
  }

  private static String lines(String text, RandomGenerator random) {
    String unit = List.of("  ", "    ", "\t", "   ").get(random.nextInt(4));
    String eol = List.of("\n", "\r\n", "\n", "\r\n", "\r").get(random.nextInt(5));
    boolean comments = random.nextBoolean();
    StringBuilder out = new StringBuilder(random.nextInt(6) == 0 ? "\uFEFF" : "");
    for (String line : text.split("\n", -1)) {
      String body = line.stripLeading();
      int depth = (line.length() - body.length()) / 2;
      out.append(unit.repeat(depth)).append(body);
      if (comments && body.indexOf("//") < 0 && !body.isEmpty() && random.nextInt(5) == 0) {
        out.append(
            List.of(" // ção", "  /* x */", "\t// a && b", " /* ; */ // }").get(random.nextInt(4)));
      }
      if (random.nextInt(9) == 0) {
        out.append(random.nextBoolean() ? "  " : "\t");
      }
      out.append(eol);
      if (random.nextInt(25) == 0 && body.endsWith(";")) {
        out.append(random.nextBoolean() ? eol : unit + "// própria linha" + eol);
      }
    }
    String done = out.substring(0, out.length() - eol.length());
    return random.nextInt(4) == 0 ? done.stripTrailing() : done;
  }
}
