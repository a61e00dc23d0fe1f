package sorte.data.played;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// The exchange as a program: `PORT BARS-A-SECOND SEED`. Its market, SIMUSDT in bars of a minute,
/// ends now and goes on at that pace, its clock with it, until it is interrupted.
public final class PlayedExchangeProgram {
  private static final String SYMBOL = "SIMUSDT";
  private static final long MINUTE = 60_000;
  private static final int HISTORY = 3_200;
  private static final int SIZE = 200_000;
  private static final int USAGE = 2;

  private PlayedExchangeProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("usage: PORT BARS-A-SECOND SEED");
      System.exit(USAGE);
    }
    int port = Integer.parseInt(arguments[0]);
    double pace = Double.parseDouble(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    long start = (System.currentTimeMillis() / MINUTE - HISTORY) * MINUTE;
    try (PlayedExchange exchange =
        PlayedExchange.open(port, SYMBOL, "1m", MINUTE, seed, start, SIZE, HISTORY)) {
      System.out.printf(
          "{\"feed.binance.rest\":\"%s\",\"feed.binance.stream\":\"%s\"}%n",
          exchange.rest(), exchange.stream());
      while (exchange.over() < SIZE - 1) {
        TimeUnit.NANOSECONDS.sleep((long) (1e9 / pace));
        exchange.next();
      }
    }
  }
}
