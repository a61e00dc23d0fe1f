package sorte.trading.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each record in the bytes in which it was first written: these lines are only ever added to.
class VenueCodecTest {

  @ParameterizedTest
  @MethodSource("records")
  void each_record_is_written_and_read_as_it_always_was(Object record, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    switch (record) {
      case Order order -> {
        assertThat(VenueCodec.bytes(order)).isEqualTo(bytes);
        assertThat(VenueCodec.order(bytes)).isEqualTo(order);
      }
      case Question question -> {
        assertThat(VenueCodec.bytes(question)).isEqualTo(bytes);
        assertThat(VenueCodec.question(bytes)).isEqualTo(question);
      }
      case Reply reply -> {
        assertThat(VenueCodec.bytes(reply)).isEqualTo(bytes);
        assertThat(VenueCodec.reply(bytes)).isEqualTo(reply);
      }
      default -> throw new AssertionError(record);
    }
  }

  static Stream<Object[]> records() {
    return Stream.of(
        new Object[] {
          new Order(7, -1.5, Order.Kind.STOP, 99.25, true, 3001),
          "0101"
              + "0000000000000007"
              + "bff8000000000000"
              + "01"
              + "4058d00000000000"
              + "01"
              + "0000000000000bb9"
        },
        new Object[] {new Reply.Acknowledged(7), "0102" + "0000000000000007"},
        new Object[] {
          new Reply.Filled(7, 2, 0.5, 100),
          "0103" + "0000000000000007" + "00000002" + "3fe0000000000000" + "4059000000000000"
        },
        new Object[] {
          new Reply.Rejected(7, "não"), "0104" + "0000000000000007" + "00000004" + "6ec3a36f"
        },
        new Object[] {new Reply.Cancelled(7), "0105" + "0000000000000007"},
        new Object[] {new Question.OfOrder(7), "0106" + "0000000000000007"},
        new Object[] {new Question.OfAccount(3), "0107" + "0000000000000003"},
        new Object[] {
          new Reply.Stated(7, Reply.State.CLOSED, 0.5),
          "0108" + "0000000000000007" + "02" + "3fe0000000000000"
        },
        new Object[] {
          new Reply.Holds(3, -2, List.of(7L, 9L)),
          "0109"
              + "0000000000000003"
              + "c000000000000000"
              + "00000002"
              + "0000000000000007"
              + "0000000000000009"
        });
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_that_is_cut_short_is_refused(Object record, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    for (int length = 0; length < bytes.length; length++) {
      if (record instanceof Reply.Rejected && length >= 14) {
        continue; // its length says how much text there is: the next test
      }
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(
              () -> {
                switch (record) {
                  case Order _ -> VenueCodec.order(cut);
                  case Question _ -> VenueCodec.question(cut);
                  default -> VenueCodec.reply(cut);
                }
              })
          .as("%s of %s", length, record)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_record_of_another_kind_or_version_is_refused() {
    byte[] order = VenueCodec.bytes(new Order(7, 1, Order.Kind.OPEN, 100, false, 1));
    byte[] asked = VenueCodec.bytes(new Question.OfAccount(3));
    assertThatThrownBy(() -> VenueCodec.reply(order)).hasMessageContaining("not a record");
    assertThatThrownBy(() -> VenueCodec.reply(asked)).hasMessageContaining("no reply");
    assertThatThrownBy(() -> VenueCodec.question(order)).hasMessageContaining("not a record");
    order[0] = 2;
    assertThatThrownBy(() -> VenueCodec.order(order)).hasMessageContaining("version 1");
  }

  @Test
  void an_answer_lists_no_more_than_it_may() {
    List<Long> open = LongStream.rangeClosed(1, VenueCodec.OPEN_ORDERS_LISTED + 1).boxed().toList();
    assertThatThrownBy(() -> VenueCodec.bytes(new Reply.Holds(1, 0, open)))
        .hasMessageContaining("at most 1024");
  }
}
