package sorte.trading.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What reduce-only promises: such an order never opens a position and never turns one.
class ReduceOnlyTest {
  private Behaviour mood = new Behaviour.FillWhole();
  private final SimulatedVenue venue = new SimulatedVenue(0, 0, _ -> mood);

  private List<Reply> sent(long id, double quantity, boolean reduceOnly) {
    venue.send(VenueCodec.bytes(new Order(id, quantity, Order.Kind.OPEN, 100, reduceOnly, 1)));
    return said();
  }

  private List<Reply> said() {
    List<Reply> said = new ArrayList<>();
    for (Optional<byte[]> r = venue.poll(); r.isPresent(); r = venue.poll()) {
      said.add(VenueCodec.reply(r.get()));
    }
    return said;
  }

  private void bar(long number) {
    venue.at(number, 100, 100, 100, 100);
    venue.passed();
  }

  @Test
  void it_is_refused_where_there_is_nothing_to_reduce() {
    venue.keepReduceOnly();
    bar(1);
    assertThat(sent(1, -2, true))
        .containsExactly(
            new Reply.Acknowledged(1), new Reply.Rejected(1, "there is nothing to reduce"));
    sent(2, 3, false);
    assertThat(sent(3, 1, true)).last().isInstanceOf(Reply.Rejected.class);
  }

  @Test
  void it_fills_for_what_there_is_and_the_rest_is_over() {
    venue.keepReduceOnly();
    bar(1);
    sent(1, 3, false);
    assertThat(sent(2, -5, true))
        .containsExactly(
            new Reply.Acknowledged(2),
            new Reply.Filled(2, 1, -3, 100),
            new Reply.Rejected(2, "the rest found nobody"));
    assertThat(sent(3, -5, true)).last().isInstanceOf(Reply.Rejected.class);
  }

  @Test
  void what_is_filled_late_is_bounded_by_what_there_is_then() {
    venue.keepReduceOnly();
    bar(1);
    sent(1, 3, false);
    mood = new Behaviour.Late(2);
    sent(2, -3, true);
    mood = new Behaviour.FillWhole();
    sent(3, -2, true);
    bar(3);
    assertThat(said())
        .containsExactly(
            new Reply.Filled(2, 1, -1, 100), new Reply.Rejected(2, "the rest found nobody"));
  }

  @Test
  void a_part_is_of_the_order_and_a_fill_said_twice_of_what_there_is() {
    venue.keepReduceOnly();
    bar(1);
    sent(1, 3, false);
    mood = new Behaviour.FillPart(0.5);
    assertThat(sent(2, -4, true)).contains(new Reply.Filled(2, 1, -2, 100));
    mood = new Behaviour.SayTwice();
    assertThat(sent(3, -4, true))
        .containsExactly(
            new Reply.Acknowledged(3),
            new Reply.Filled(3, 1, -1, 100),
            new Reply.Filled(3, 1, -1, 100),
            new Reply.Rejected(3, "the rest found nobody"));
  }

  @Test
  void an_order_that_may_open_is_not_bounded() {
    venue.keepReduceOnly();
    bar(1);
    assertThat(sent(1, -2, false)).contains(new Reply.Filled(1, 1, -2, 100));
  }

  @Test
  void before_the_fifth_edition_only_what_rests_kept_it() {
    bar(1);
    assertThat(sent(1, -2, true)).contains(new Reply.Filled(1, 1, -2, 100));
  }
}
