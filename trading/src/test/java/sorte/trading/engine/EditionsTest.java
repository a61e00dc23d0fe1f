package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.journal.Event;
import sorte.trading.journal.EventCodec;
import sorte.trading.journal.Journal;
import sorte.trading.venue.Behaviour;

/// What an edition of the rules did to orders it does for ever, since its journals are replayed by
/// them. The digests were taken from the builds whose newest edition this was.
class EditionsTest {
  private static final List<Behaviour> MOODS =
      List.of(
          new Behaviour.FillWhole(),
          new Behaviour.FillPart(0.4),
          new Behaviour.Lose(),
          new Behaviour.Late(2),
          new Behaviour.Late(7),
          new Behaviour.SayTwice(),
          new Behaviour.Reject("no"));

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0029eb645660e05b",
    "2, 3, e49d100e03beb37b",
    "2, 5, ed84481b7931ebf3",
    "3, 3, 1e892dd32d54ba07",
    "3, 5, 800a14992143af38",
    "4, 3, 1e892dd32d54ba07",
    "4, 5, 800a14992143af38",
    "5, 3, a414531b2dd12668",
    "5, 5, e8f3eb41dcaaa185",
  })
  void an_edition_gives_the_same_orders_for_ever(int edition, long seed, String digest)
      throws IOException {
    Desktop desk =
        new Desktop(
            root,
            seed,
            o -> MOODS.get((int) (o.id() % MOODS.size())),
            Desktop.LIMITS,
            0.0005,
            edition);
    desk.load("seed", "stable", 1, SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    desk.load("ch-1", "canary", 0.25, EmaCross.class, EmaCross.Parameters.class);
    desk.bars(600);
    desk.tell("halt", "", 0);
    desk.bars(50);
    desk.tell("resume", "", 0);
    desk.bars(600);
    desk.tell("close", "", 0);
    desk.bars(50);
    assertThat(digest(desk)).isEqualTo(digest);
    Desktop.Next next = desk.takenUp("again", desk.events());
    assertThat(next.engine().status()).isEqualTo(desk.engine.status());
  }

  private static String digest(Desktop desk) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      ByteBuffer buffer = ByteBuffer.allocate(Journal.LONGEST_RECORD);
      for (Event event : desk.events()) {
        boolean counts =
            event instanceof Event.OrderSent
                || event instanceof Event.VenueReplied
                || event instanceof Event.OrderDenied
                || event instanceof Event.Decided
                || (event instanceof Event.Noted n && !n.type().startsWith("Slot"));
        if (counts) {
          EventCodec.write(event, buffer.clear());
          sha.update(buffer.flip());
        }
      }
      return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
