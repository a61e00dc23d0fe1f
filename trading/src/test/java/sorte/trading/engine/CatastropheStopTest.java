package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.risk.Limits;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.Order;
import sorte.trading.venue.VenueCodec;

/// The order that rests at the venue for the net position.
class CatastropheStopTest {
  private static final Class<?>[] BUYING = {Buying.class, Buying.Parameters.class};
  private static final Class<?>[] SELLING = {Selling.class, Selling.Parameters.class};
  private static final Class<?>[] STOPPED = {Stopped.class, Stopped.Parameters.class};
  private static final Limits WIDE = new Limits(3, 3, 1, 0.99, 0.99, 400);

  @TempDir Path root;

  @Test
  void one_rests_a_fifth_below_the_entry_where_no_stop_is_declared() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    Order stop = stops(desk).getLast();
    assertThat(stop.reduceOnly()).isTrue();
    assertThat(stop.quantity()).isEqualTo(-desk.engine.account().position());
    assertThat(stop.price()).isCloseTo(80, within(0.01)).isLessThanOrEqualTo(80);
    assertThat(stops(desk)).hasSize(1);
    assertThat(desk.venue.resting()).isEqualTo(1);
    assertThat(desk.engine.status().path("catastropheStop").asDouble()).isEqualTo(stop.price());
  }

  @Test
  void it_rests_a_tenth_beyond_a_declared_stop_which_therefore_comes_first() throws IOException {
    Desktop desk = holding(STOPPED, Behaviour.ALWAYS_FILLS);
    assertThat(stops(desk).getLast().price()).isCloseTo(95 * 0.9, within(0.01));
    desk.bar(100, 100, 70, 71);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("Alert")).isEmpty();
    assertThat(desk.venue.resting()).isZero();
  }

  @Test
  void for_what_is_short_it_rests_above() throws IOException {
    Desktop desk = holding(SELLING, Behaviour.ALWAYS_FILLS);
    assertThat(stops(desk).getLast().quantity()).isPositive();
    assertThat(stops(desk).getLast().price()).isCloseTo(120, within(0.01));
    desk.bar(100, 130, 100, 129);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("Alert")).singleElement().asString().contains("fired");
  }

  @Test
  void it_moves_as_the_net_position_changes_and_only_one_rests() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    desk.load("ch-1", "canary", 0.25, SELLING);
    desk.bar(100, 100, 100, 100);
    desk.bar(100, 100, 100, 100);
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isNegative();
    assertThat(stops(desk)).hasSize(2);
    assertThat(stops(desk).getLast().quantity()).isEqualTo(-desk.engine.account().position());
    assertThat(desk.venue.resting()).isEqualTo(1);
  }

  @Test
  void it_is_taken_back_when_nothing_is_held() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    desk.tell("close", "", 0);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.venue.resting()).isZero();
    desk.bar(50, 50, 50, 50);
    assertThat(desk.engine.account().position()).isZero();
  }

  @Test
  void a_halt_takes_back_every_order_but_this_one() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    desk.tell("halt", "", 0);
    assertThat(desk.venue.resting()).isEqualTo(1);
    desk.bar(60, 60, 60, 60);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.state()).isEqualTo("halted");
  }

  @Test
  void a_gap_through_it_fills_at_the_open_and_the_slots_that_held_are_out() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    double held = desk.engine.account().position();
    double cash = desk.engine.status().path("equity").asDouble();
    desk.bar(60, 61, 59, 60);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.engine.stable().orElseThrow().ledger().quantity()).isZero();
    assertThat(desk.engine.account().houseQuantity()).isZero();
    assertThat(desk.engine.status().path("equity").asDouble())
        .isCloseTo(cash - held * 40 - held * 60 * 0.001, within(1e-6));
    assertThat(desk.notes("Alert")).singleElement().asString().contains("stop fired");
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void what_it_filled_is_booked_by_what_the_slots_hold() throws IOException {
    Desktop desk = two(o -> fires(o) ? new Behaviour.FillPart(0.5) : new Behaviour.FillWhole());
    double stable = desk.engine.stable().orElseThrow().ledger().quantity();
    double canary = desk.engine.candidate().orElseThrow().ledger().quantity();
    assertThat(canary).isPositive();
    desk.engine.candidate().orElseThrow().mayLose(0);
    desk.bar(60, 60, 60, 60);
    assertThat(desk.engine.stable().orElseThrow().ledger().quantity())
        .isCloseTo(stable / 2, within(1e-7));
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity())
        .isCloseTo(canary / 2, within(1e-7));
    assertThat(desk.engine.account().houseQuantity()).isCloseTo(0, within(Account.DUST));
    assertThat(desk.state()).isEqualTo("running");
    assertThat(desk.venue.resting()).isEqualTo(1);
  }

  @Test
  void fired_with_two_sides_it_takes_from_the_side_that_was_net() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    desk.load("ch-1", "canary", 0.25, SELLING);
    desk.bar(100, 100, 100, 100);
    desk.bar(100, 100, 100, 100);
    double shorted = desk.engine.candidate().orElseThrow().ledger().quantity();
    desk.bar(60, 60, 60, 60);
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isEqualTo(shorted);
    assertThat(desk.engine.stable().orElseThrow().ledger().quantity())
        .isCloseTo(-shorted, within(1e-7));
    assertThat(desk.engine.account().position()).isCloseTo(0, within(1e-7));
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void said_twice_it_fired_once() throws IOException {
    Desktop desk = holding(BUYING, _ -> new Behaviour.SayTwice());
    desk.bar(60, 60, 60, 60);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void refused_nothing_is_entered_until_somebody_resumes() throws IOException {
    boolean[] refusing = {true};
    Desktop desk =
        holding(
            BUYING,
            o ->
                fires(o) && refusing[0]
                    ? new Behaviour.Reject("no stops here")
                    : new Behaviour.FillWhole());
    assertThat(desk.notes("Alert")).singleElement().asString().contains("no stops here");
    assertThat(stops(desk)).hasSizeGreaterThanOrEqualTo(CatastropheStop.TRIES);
    assertThat(desk.engine.status().path("reduceOnly").asBoolean()).isTrue();
    desk.load("ch-1", "canary", 0.25, SELLING);
    desk.bar(100, 100, 100, 100);
    desk.bar(100, 100, 100, 100);
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isZero();
    assertThat(desk.notes("OrderDenied")).anyMatch(n -> n.contains("reduce-only"));
    refusing[0] = false;
    desk.bar(100, 100, 100, 100);
    assertThat(desk.notes("Alert").getLast()).contains("again");
    assertThat(desk.engine.status().path("reduceOnly").asBoolean()).isFalse();
    assertThat(desk.venue.resting()).isEqualTo(1);
  }

  @Test
  void lost_on_the_way_the_venue_is_asked_and_it_is_placed_anew() throws IOException {
    List<Long> arrived = new ArrayList<>();
    Desktop desk = losingTheFirst(arrived, Engine.EDITION);
    assertThat(desk.venue.resting()).isZero();
    for (int i = 0; i < Desk.SILENT_BARS + 2; i++) {
      desk.bar(100, 100, 100, 100);
    }
    assertThat(arrived).hasSize(2).doesNotHaveDuplicates();
    assertThat(stops(desk).stream().map(Order::id)).containsExactlyElementsOf(arrived);
    assertThat(desk.venue.resting()).isEqualTo(1);
    assertThat(desk.state()).isEqualTo("running");
    assertThat(desk.engine.status().path("reduceOnly").asBoolean()).isFalse();
  }

  private Desktop losingTheFirst(List<Long> arrived, int edition) {
    Behaviour.Choice mood =
        o -> {
          if (!fires(o)) {
            return new Behaviour.FillWhole();
          }
          arrived.add(o.id());
          boolean lost = o.id() == arrived.getFirst();
          return lost ? new Behaviour.Lose() : new Behaviour.FillWhole();
        };
    Desktop desk = new Desktop(root, 3, mood, WIDE, 0, edition);
    desk.load("seed", "stable", 1, BUYING);
    desk.bar(100, 100, 100, 100);
    desk.bar(100, 100, 100, 100);
    return desk;
  }

  @Test
  void in_the_second_edition_it_is_sent_again_under_its_id_then_anew() throws IOException {
    List<Long> arrived = new ArrayList<>();
    Desktop desk = losingTheFirst(arrived, 2);
    assertThat(desk.venue.resting()).isZero();
    for (int i = 0; i < Desk.SILENT_BARS * (Desk.SENT_AGAIN_AT_MOST + 2); i++) {
      desk.bar(100, 100, 100, 100);
    }
    assertThat(stops(desk).stream().map(Order::id).distinct()).hasSize(2);
    assertThat(arrived).hasSize(2 + Desk.SENT_AGAIN_AT_MOST);
    assertThat(desk.venue.resting()).isEqualTo(1);
    assertThat(desk.engine.status().path("reduceOnly").asBoolean()).isFalse();
  }

  @Test
  void killed_between_any_two_records_it_is_neither_lost_nor_doubled() throws IOException {
    Desktop desk = holding(BUYING, Behaviour.ALWAYS_FILLS);
    desk.load("ch-1", "canary", 0.25, SELLING);
    desk.bar(100, 100, 100, 100);
    everyCut(desk, "moved", () -> desk.bar(100, 100, 100, 100), 1);
    everyCut(desk, "fired", () -> desk.bar(60, 60, 60, 60), 0);
  }

  private void everyCut(Desktop desk, String name, Runnable bar, int resting) throws IOException {
    int before = replayed(desk.events()).size();
    bar.run();
    List<Event> whole = replayed(desk.events());
    assertThat(whole.subList(before, whole.size())).anyMatch(e -> e instanceof Event.VenueReplied);
    Journal original = desk.journal;
    int cuts = 0;
    for (int end = before + 1; end < whole.size(); end++) {
      if (whole.get(end - 1) instanceof Event.Deciding) {
        continue; // whom that death bars is tested elsewhere
      }
      Desktop.Next next = desk.takenUp(name + end, whole.subList(0, end));
      List<Event> made = replayed(desk.events());
      assertThat(Shapes.of(made)).as(name + end).isEqualTo(Shapes.of(whole));
      assertThat(next.venue().resting()).as(name + end).isEqualTo(resting);
      cuts++;
    }
    assertThat(cuts).isGreaterThan(4);
    desk.journal = original;
  }

  @Test
  void a_journal_of_the_first_edition_is_replayed_as_it_was_and_gets_one_from_then_on()
      throws IOException {
    Desktop old = new Desktop(root, 3, Behaviour.ALWAYS_FILLS, WIDE, 0, 1);
    old.load("seed", "stable", 1, BUYING);
    old.bar(100, 100, 100, 100);
    old.bar(100, 100, 100, 100);
    assertThat(stops(old)).isEmpty();
    Desktop.Next next = old.takenUp("newer", old.events());
    assertThat(next.engine().edition()).isEqualTo(1);
    assertThat(next.venue().resting()).isZero();
    old.edition();
    assertThat(old.venue.resting()).isEqualTo(1);
  }

  private Desktop holding(Class<?>[] release, Behaviour.Choice mood) {
    Desktop desk = new Desktop(root, 3, mood, WIDE, 0);
    desk.load("seed", "stable", 1, release);
    desk.bar(100, 100, 100, 100);
    desk.bar(100, 100, 100, 100);
    assertThat(desk.engine.account().position()).isNotZero();
    return desk;
  }

  private Desktop two(Behaviour.Choice mood) {
    Desktop desk = holding(BUYING, mood);
    desk.load("ch-1", "canary", 0.25, BUYING);
    desk.bar(100, 100, 100, 100);
    desk.bar(100, 100, 100, 100);
    return desk;
  }

  private static boolean fires(Order order) {
    return order.kind() == Order.Kind.CATASTROPHE;
  }

  private static List<Event> replayed(List<Event> events) {
    return events.stream().filter(e -> !(e instanceof Event.Measured)).toList();
  }

  private static List<Order> stops(Desktop desk) throws IOException {
    return desk.events().stream()
        .filter(e -> e instanceof Event.OrderSent)
        .map(e -> VenueCodec.order(((Event.OrderSent) e).order()))
        .filter(CatastropheStopTest::fires)
        .toList();
  }
}
