package sorte.guardian.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import sorte.guardian.child.BarColumns;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.Holding;
import sorte.trading.backtest.RecordedDecisions;
import sorte.trading.market.Bars;

/// A child's decisions as the backtest takes them, read with all its distrust.
final class Recording {
  private static final int MAGIC = 0x534F4443;
  private static final int VERSION = 1;

  private Recording() {}

  static RecordedDecisions.Reading of(Decided decided) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes), decided);
      return RecordedDecisions.read(new ByteArrayInputStream(bytes.toByteArray()), decided.bars());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static void write(DataOutputStream out, Decided decided) throws IOException {
    Holding holding = decided.holding();
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(decided.bars());
    out.writeInt(decided.firstDecisionBar());
    out.writeDouble(value(holding, "investedFraction", 1));
    out.writeDouble(value(holding, "investedMoney", 0));
    out.writeDouble(value(holding, "stopLoss", 0));
    out.writeDouble(value(holding, "takeProfit", 0));
    out.writeDouble(value(holding, "trailingStop", 0));
    out.writeBoolean(value(holding, "stopLossLine", 0) == 1);
    out.writeInt((int) value(holding, "timeStop", 0));
    out.writeInt((int) value(holding, "cooldown", 0));
    out.writeInt((int) value(holding, "hoursFrom", -1));
    out.writeInt((int) value(holding, "hoursTo", -1));
    out.writeBoolean(value(holding, "renewing", 0) == 1);
    for (int bar = 0; bar < decided.bars(); bar++) {
      boolean counts = bar >= decided.firstDecisionBar();
      out.writeInt(counts ? decided.signals()[bar] : 0);
      out.writeDouble(counts ? decided.stopDistance()[bar] : Double.NaN);
    }
  }

  private static double value(Holding holding, String name, double otherwise) {
    double value = holding.terms().getOrDefault(name, Double.NaN);
    return Double.isNaN(value) ? otherwise : value;
  }

  static BarColumns columns(Bars bars) {
    int n = bars.size();
    BarColumns columns =
        new BarColumns(
            new long[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      columns.time()[i] = bars.time(i);
      columns.open()[i] = bars.open(i);
      columns.high()[i] = bars.high(i);
      columns.low()[i] = bars.low(i);
      columns.close()[i] = bars.close(i);
      columns.volume()[i] = bars.volume(i);
    }
    return columns;
  }
}
