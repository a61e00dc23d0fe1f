package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sorte.app.report.Report;
import sorte.app.report.ReportFile;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.market.Bars;

/// `--report FILE`: looked at before anything runs, written when the run is done.
record ReportOption(Screen screen, @Nullable Path file, Report.Form form) {

  /// @param file none: nothing will be written
  static ReportOption of(Screen screen, @Nullable Path file) {
    if (file == null) {
      return new ReportOption(screen, null, Report.Form.HTML);
    }
    Report.Form form =
        Report.Form.of(file)
            .orElseThrow(() ->
                Problem.usage(screen.words().say("error.report-form", OneLine.of("" + file))));
    if (!ReportFile.possible(file)) {
      throw Problem.usage(screen.words().say("error.report-place", OneLine.of("" + file)));
    }
    return new ReportOption(screen, file, form);
  }

  void write(BacktestResult result, Bars bars) throws IOException {
    if (file != null) {
      ReportFile.write(file, Report.of(result, bars, screen.language(), form).bytes());
      screen.tell("backtest.report", file);
    }
  }
}
