package sorte.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategy.run.Signals;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.market.SplitMix;
import sorte.trading.money.Costs;
import sorte.trading.money.HoldingTerms;
import sorte.trading.words.Phrasebook;

class ReportTest {
  private static final long HOUR = 3_600_000;

  @TempDir Path folder;

  private static Bars bars(int count) {
    SplitMix random = new SplitMix(11);
    Bars.Builder built = new Bars.Builder(count);
    double last = 100;
    for (int i = 0; i < count; i++) {
      double close = last * (1 + 0.01 * (random.uniform() - 0.5));
      built.add(i * HOUR, last, Math.max(last, close), Math.min(last, close), close, 1);
      last = close;
    }
    return built.build();
  }

  /// Long and short by turns, forty bars each.
  private static final class ByTurns implements Decisions {
    private int bar = -1;

    @Override
    public int firstDecisionBar() {
      return 1;
    }

    @Override
    public HoldingTerms terms() {
      return HoldingTerms.ALL_IN;
    }

    @Override
    public int onBar(long time, double open, double high, double low, double close, double volume) {
      bar++;
      return bar % 40 != 5 ? 0 : bar % 80 < 40 ? Signals.ENTER_LONG : Signals.ENTER_SHORT;
    }

    @Override
    public double stopDistance() {
      return Double.NaN;
    }
  }

  private static byte[] report(String name, int count, String language, Report.Form form)
      throws IOException {
    Bars bars = bars(count);
    BacktestResult result = Backtest.with(Costs.fee(0.001)).run(name, bars, new ByTurns());
    return Report.of(result, bars, language, form).bytes();
  }

  private static String page(String name, int count, String language) throws IOException {
    return new String(report(name, count, language, Report.Form.HTML), StandardCharsets.UTF_8);
  }

  @Test
  void a_page_refers_to_nothing_outside_of_itself() throws IOException {
    for (String language : new String[] {"en", "pt"}) {
      String page = page("by-turns", 3_000, language);
      assertThat(page.toLowerCase(Locale.ROOT))
          .doesNotContain("://", "src=", "href=", "url(", "@import", "fetch(", "//cdn", "<link")
          .contains("default-src 'none'");
    }
  }

  @Test
  void the_same_run_gives_the_same_bytes_in_any_locale_and_zone() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    byte[] first = report("by-turns", 3_000, "pt", Report.Form.HTML);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(report("by-turns", 3_000, "pt", Report.Form.HTML)).isEqualTo(first);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void every_sentence_exists_in_both_languages_and_both_pages_are_whole() throws IOException {
    Phrasebook en = Phrasebook.load("sorte/app/report/words", "en");
    Phrasebook pt = Phrasebook.load("sorte/app/report/words", "pt");
    assertThat(pt.keys()).isEqualTo(en.keys());
    assertThat(page("by-turns", 3_000, "pt")).contains("lang=\"pt-BR\"", "Maior queda", "</html>");
    assertThat(page("by-turns", 3_000, "en")).contains("Largest drawdown", "</html>");
  }

  @Test
  void a_name_cannot_write_into_the_page() throws IOException {
    assertThat(page("<script>alert('x')</script>", 200, "en"))
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;");
  }

  @Test
  void a_hundred_thousand_bars_are_no_larger_than_a_page_may_be() throws IOException {
    assertThat(page("by-turns", 100_000, "en").length()).isLessThan(500_000);
  }

  @Test
  void files_of_one_and_of_two_bars_have_a_report() throws IOException {
    for (int count : new int[] {1, 2, 3}) {
      assertThat(page("by-turns", count, "en")).contains("</html>");
      assertThat(report("by-turns", count, "en", Report.Form.PNG)).isNotEmpty();
    }
  }

  @Test
  void a_picture_is_one_and_the_same() throws IOException {
    byte[] png = report("by-turns", 3_000, "pt", Report.Form.PNG);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(Picture.WIDTH);
    assertThat(report("by-turns", 3_000, "pt", Report.Form.PNG)).isEqualTo(png);
  }

  @Test
  void a_file_is_replaced_whole_and_nothing_is_left_beside_it() throws IOException {
    Path file = folder.resolve("out.html");
    Files.writeString(file, "before");
    assertThat(ReportFile.possible(file)).isTrue();
    ReportFile.write(file, new byte[] {1, 2});
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
    assertThat(folder.toFile().list()).containsExactly("out.html");
    assertThat(ReportFile.possible(folder)).isFalse();
    assertThat(ReportFile.possible(folder.resolve("none/out.html"))).isFalse();
    assertThat(Report.Form.of(Path.of("a.HTML"))).contains(Report.Form.HTML);
    assertThat(Report.Form.of(Path.of("a.pdf"))).isEmpty();
  }
}
