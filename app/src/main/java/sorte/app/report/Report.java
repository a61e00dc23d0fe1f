package sorte.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import sorte.trading.analysis.Performance;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.market.Bars;
import sorte.trading.words.Phrasebook;

/// One backtest, ready to be drawn. The same run in the same language gives the same bytes.
public final class Report {
  private final Drawn drawn;
  private final Form form;

  /// What a report can be.
  public enum Form {
    HTML,
    PNG;

    /// By the end of the file's name; nothing where it is another.
    public static Optional<Form> of(Path file) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      if (name.endsWith(".html") || name.endsWith(".htm")) {
        return Optional.of(HTML);
      }
      return name.endsWith(".png") ? Optional.of(PNG) : Optional.empty();
    }
  }

  private Report(Drawn drawn, Form form) {
    this.drawn = drawn;
    this.form = form;
  }

  /// @param language `pt` or `en`
  public static Report of(BacktestResult result, Bars bars, String language, Form form) {
    Phrasebook words = Phrasebook.load("sorte/app/report/words", language);
    return new Report(
        new Drawn(result, bars, Performance.of(result), words, new Format(words.language())), form);
  }

  /// The file's bytes.
  public byte[] bytes() throws IOException {
    return switch (form) {
      case HTML -> new Page(drawn).html().getBytes(StandardCharsets.UTF_8);
      case PNG -> new Picture(drawn).png();
    };
  }
}
