package sorte.guardian.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.guardian.LanguageGates;
import sorte.guardian.MadeUpBars;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.release.ReleaseLoader;

/// The meter changes what a strategy pays, and nothing of what it decides.
class WeaverTest {
  private static final int BARS = 2_000;
  private static final long FUEL = 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;) { x++; }",
        "while (x > -1) { x = (x + 1) & 7; }",
        "do { x ^= 1; } while (x < 9);",
        "a: for (;;) { for (;;) { x++; continue a; } }",
        "for (int i = 0; i < 2_000_000_000; i++) { x ^= i; }",
        "int i = 9; while (i != 3) { switch (i) { case 9: i = 8; break; default: i = 9; } }",
        "double d = 0; while (d < 1) { d = d / 2; }",
        "for (float f = 0; f < 1e30f; f += 1f) { x++; }"
      })
  void a_loop_of_any_form_ends_within_its_fuel(String loop) {
    SortedMap<String, byte[]> woven = Weaver.weave(classes("Loop", withRule("int x = 1; " + loop)));
    ReleaseLoader.Metered loaded = ReleaseLoader.load(woven, "Loop", FUEL, 100 * FUEL);
    assertThat(loaded.meter().refill()).isTrue();
    Runner runner = Runner.start(StrategyType.of(loaded.type()), Map.of());
    assertThat(loaded.meter().settle()).isBetween(0L, FUEL);
    List<String> thrown = new ArrayList<>();
    for (int bar = 0; bar < 3 && thrown.isEmpty(); bar++) {
      assertThat(loaded.meter().refill()).isTrue();
      try {
        MadeUpBars.feed(runner, bar);
      } catch (Error e) {
        thrown.add(e.getClass().getName());
      }
    }
    assertThat(thrown).containsExactly("sorte.meter.FuelSpent");
    assertThat(loaded.meter().spent()).isTrue();
    assertThat(loaded.meter().refill()).isFalse();
  }

  @Test
  void the_same_classes_give_the_same_bytes_in_any_locale_and_zone() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (Path file : honest()) {
        SortedMap<String, byte[]> classes = classes("Honest", Files.readString(file));
        SortedMap<String, byte[]> woven = Weaver.weave(classes);
        Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        SortedMap<String, byte[]> again = Weaver.weave(classes);
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        assertThat(again.keySet()).isEqualTo(woven.keySet());
        woven.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void honest_strategies_decide_the_same_with_and_without_the_meter() throws Exception {
    int decisions = 0;
    for (Path file : honest()) {
      SortedMap<String, byte[]> classes = classes("Honest", Files.readString(file));
      long[] plain = decisions(classes);
      assertThat(decisions(Weaver.weave(classes))).as(file.toString()).isEqualTo(plain);
      for (long mask : plain) {
        decisions += (mask & 15) != 0 ? 1 : 0;
      }
    }
    assertThat(decisions).as("bars with a signal, all strategies together").isGreaterThan(5_000);
  }

  /// Printed, not bounded: it is the machine's.
  @Test
  @Tag("long")
  void what_metering_costs() throws Exception {
    StringBuilder table = new StringBuilder();
    for (Path file : honest()) {
      SortedMap<String, byte[]> classes = classes("Honest", Files.readString(file));
      SortedMap<String, byte[]> woven = Weaver.weave(classes);
      double plain = Double.MAX_VALUE;
      double metered = Double.MAX_VALUE;
      for (int round = 0; round < 9; round++) {
        plain = Math.min(plain, nanosABar(classes));
        metered = Math.min(metered, nanosABar(woven));
      }
      table.append(
          String.format(Locale.ROOT, "%-32s %8.1f %8.1f ns%n", file.getFileName(), plain, metered));
    }
    System.out.println("a bar without and with the meter:\n" + table);
    assertThat(table).isNotEmpty();
  }

  private static double nanosABar(SortedMap<String, byte[]> classes) {
    ReleaseLoader.Metered loaded =
        ReleaseLoader.load(classes, "Honest", Long.MAX_VALUE / 4, Long.MAX_VALUE / 2);
    loaded.meter().refill();
    Runner runner = Runner.start(StrategyType.of(loaded.type()), Map.of());
    long start = System.nanoTime();
    for (int bar = 0; bar < 40_000; bar++) {
      MadeUpBars.feed(runner, bar);
    }
    return (System.nanoTime() - start) / 40_000.0;
  }

  private static long[] decisions(SortedMap<String, byte[]> classes) {
    ReleaseLoader.Metered loaded = ReleaseLoader.load(classes, "Honest");
    loaded.meter().refill();
    Runner runner =
        Runner.start(StrategyType.of(loaded.type()), Map.of(), ZoneOffset.UTC, MadeUpBars.LENGTH);
    long[] decisions = new long[BARS];
    for (int bar = 0; bar < BARS; bar++) {
      loaded.meter().refill();
      long mask = MadeUpBars.feed(runner, bar);
      long stop = Double.doubleToLongBits(runner.stopDistance());
      decisions[bar] = mask | (stop << 4);
    }
    return decisions;
  }

  private static SortedMap<String, byte[]> classes(String name, String source) {
    return LanguageGates.compile(name, source);
  }

  private static List<Path> honest() throws Exception {
    Path folder = Path.of(WeaverTest.class.getResource("/honest").toURI());
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }

  private static String withRule(String body) {
    return """
    import sorte.strategy.*;

    public final class Loop extends Strategy<Loop.Parameters> {
      public record Parameters() {}

      public Loop(Market market, Parameters p) {
        super(market, p);
      }

      @Override
      public boolean enterLong() {
        return run() > 5;
      }

      private int run() {
        %s
        %s
      }
    }
    """
        .formatted(
            body, body.endsWith("for (;;) { x++; }") || body.contains("a: for") ? "" : "return x;");
  }
}
