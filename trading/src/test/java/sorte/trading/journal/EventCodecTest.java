package sorte.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The form of each event, fixed for ever: the golden file is read, and written again to the byte.
class EventCodecTest {

  static final List<Event> ONE_OF_EACH =
      List.of(
          new Event.Opened("{\"cash\":\"10000\"}"),
          new Event.TakenUp(-1),
          new Event.BarClosed(7, true, 1700000000000L, 1.25, 2.5, 1, 2, 1e6),
          new Event.MarketEnded(),
          new Event.Commanded(
              "c-1", "load", "ch-1", "ab", "canary", 0.05, 0.02, "porquê", true, "{}"),
          new Event.VenueReplied(new byte[] {1, 2, 3}),
          new Event.DecisionFaulted(2, 8, "meter-spent", "spun"),
          new Event.FollowerFaulted("ch-1", 9, "exception", "boom"),
          new Event.Deciding(1, 7),
          new Event.Decided(1, 7, 5, Double.NaN, 0x1234567890L),
          new Event.IdsReserved(1, 1025),
          new Event.OrderSent(new byte[] {9}),
          new Event.OrderDenied(3, "stable", "size", 2.5, 2),
          new Event.Answered("c-1", "{\"outcome\":\"loaded\"}"),
          new Event.Noted("SlotLoaded", 7, 1700000000000L, "ch-1", "shadow", "{}"),
          new Event.Measured("rollback", 7, 120),
          new Event.DiskSeen(true),
          new Event.MarketSeen(true));

  @Test
  void the_golden_file_is_read_and_written_again_to_the_byte() throws IOException {
    List<String> golden;
    try (InputStream in = EventCodecTest.class.getResourceAsStream("events-1.hex")) {
      assertThat(in).as("the golden file").isNotNull();
      golden = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
    List<String> written = new ArrayList<>();
    for (Event event : ONE_OF_EACH) {
      ByteBuffer out = ByteBuffer.allocate(1024);
      EventCodec.write(event, out);
      written.add(HexFormat.of().formatHex(out.array(), 0, out.position()));
    }
    assertThat(written).isEqualTo(golden);
    for (int i = 0; i < golden.size(); i++) {
      Event read = EventCodec.read(ByteBuffer.wrap(HexFormat.of().parseHex(golden.get(i))));
      assertThat(EventCodec.same(read, ONE_OF_EACH.get(i))).as(golden.get(i)).isTrue();
    }
  }

  @Test
  void every_type_of_event_is_in_the_golden_file() {
    assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct().count())
        .isEqualTo(ONE_OF_EACH.size())
        .isEqualTo(
            Event.Input.class.getPermittedSubclasses().length
                + Event.Output.class.getPermittedSubclasses().length
                + 1L);
  }

  @Test
  void an_unknown_form_is_refused_by_name() {
    assertThatThrownBy(() -> EventCodec.read(ByteBuffer.wrap(new byte[] {3, 9, 0, 0})))
        .hasMessageContaining("form 9");
    assertThatThrownBy(() -> EventCodec.read(ByteBuffer.wrap(new byte[] {99, 1})))
        .hasMessageContaining("no event has type 99");
  }
}
