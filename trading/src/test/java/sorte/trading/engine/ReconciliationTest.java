package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.trading.journal.Event;
import sorte.trading.journal.Journal;
import sorte.trading.risk.Limits;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.Memory;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// What the venue says against what the journal says, and orders of which nothing is heard.
class ReconciliationTest {
  private static final Class<?>[] BUYING = {Buying.class, Buying.Parameters.class};
  private static final Class<?>[] SELLING = {Selling.class, Selling.Parameters.class};
  private static final Limits WIDE = new Limits(3, 3, 1, 0.99, 0.99, 400);

  @TempDir Path root;

  @ParameterizedTest
  @MethodSource("differences")
  void a_difference_halts_and_says_what_differs(Memory memory, String what, String words)
      throws IOException {
    Desktop desk = holding(Behaviour.ALWAYS_FILLS);
    double held = desk.engine.account().position();
    desk.flattens(true);
    desk.venue.remembers(_ -> memory);
    desk.load("ch-1", "canary", 0.25, BUYING);
    flat(desk, Reconciliation.EVERY_BARS + Reconciliation.UNANSWERED_BARS);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.notes("Halted")).singleElement().asString().contains(words);
    assertThat(desk.notes("Alert")).singleElement().asString().contains(words);
    JsonNode difference = desk.engine.status().path("differences").path(0);
    assertThat(difference.path("what").asText()).isEqualTo(what);
    assertThat(desk.engine.account().position()).as("is held").isGreaterThanOrEqualTo(held);

    long orders = orders(desk).size();
    assertThat(desk.tell("resume", "", 0)).contains("refused").contains("still differs");
    flat(desk, 5);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(orders(desk)).hasSize((int) orders);

    desk.venue.remembers(Memory.ALWAYS_EXACT);
    assertThat(desk.tell("resume", "", 0)).contains("resumed");
    flat(desk, Reconciliation.EVERY_BARS + 1);
    assertThat(desk.state()).isEqualTo("running");
    assertThat(desk.engine.status().path("differences")).isEmpty();
  }

  static Stream<Object[]> differences() {
    return Stream.of(
        new Object[] {new Memory.OtherPosition(1), "position", "the venue states a position of"},
        new Object[] {new Memory.OtherPosition(Double.NaN), "position", "a position of NaN"},
        new Object[] {new Memory.StrangeOrder(77_777), "order-unknown", "order 77777 open"},
        new Object[] {new Memory.Forgets(), "order-missing", "does not have it"},
        new Object[] {new Memory.Silent(), "account-silent", "does not answer"});
  }

  @Test
  void a_difference_found_as_the_journal_is_taken_up_halts_before_the_first_order()
      throws IOException {
    Desktop desk = holding(Behaviour.ALWAYS_FILLS);
    Desktop.Next next = desk.takenUp("again", desk.events());
    next.venue().remembers(_ -> new Memory.OtherPosition(-2));
    next.engine().reached(new Event.TakenUp(-1));
    assertThat(next.engine().status().path("state").asText()).isEqualTo("halted");
    assertThat(desk.notes("Halted")).singleElement().asString().contains("states a position of");
    assertThat(desk.events().getLast()).isNotInstanceOf(Event.OrderSent.class);
  }

  @Test
  void what_differs_once_is_asked_again_and_is_no_difference() throws IOException {
    Desktop desk = holding(Behaviour.ALWAYS_FILLS);
    int[] asked = {0};
    desk.venue.remembers(_ -> asked[0]++ == 0 ? new Memory.OtherPosition(1) : new Memory.Exact());
    flat(desk, Reconciliation.EVERY_BARS + 1);
    assertThat(asked[0]).isGreaterThan(1);
    assertThat(desk.state()).isEqualTo("running");
    assertThat(desk.notes("Alert")).isEmpty();
  }

  @Test
  void the_venue_is_asked_every_few_bars() throws IOException {
    Desktop desk = holding(Behaviour.ALWAYS_FILLS);
    long before = answers(desk);
    flat(desk, 3 * Reconciliation.EVERY_BARS);
    assertThat(answers(desk) - before).isEqualTo(3);
  }

  @Test
  void an_order_of_which_nothing_is_heard_is_asked_about_and_never_sent_again() throws IOException {
    List<Long> arrived = new ArrayList<>();
    Desktop desk =
        desk(o -> {
          arrived.add(o.id());
          return o.id() == 1 ? new Behaviour.Lose() : new Behaviour.FillWhole();
        });
    flat(desk, 2);
    assertThat(desk.engine.stable().orElseThrow().inFlight()).isTrue();
    flat(desk, Desk.SILENT_BARS + 1);
    assertThat(desk.notes("OrderRejected")).singleElement().asString().contains("never reached");
    flat(desk, 3);
    assertThat(arrived).contains(1L).doesNotHaveDuplicates();
    assertThat(orders(desk)).extracting(Order::id).doesNotHaveDuplicates();
    assertThat(desk.engine.account().position()).as("wanted anew").isPositive();
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void an_order_that_stays_open_too_long_is_taken_back() throws IOException {
    Desktop desk = desk(o -> o.id() == 1 ? new Behaviour.Late(1_000) : new Behaviour.FillWhole());
    flat(desk, 2 + Desk.SILENT_BARS * Desk.OPEN_AT_MOST);
    assertThat(replies(desk)).contains(new Reply.Cancelled(1));
    flat(desk, 3);
    assertThat(desk.engine.account().position()).isPositive();
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void an_order_that_the_venue_never_answers_for_halts() throws IOException {
    Desktop desk = desk(o -> o.id() == 1 ? new Behaviour.Lose() : new Behaviour.FillWhole());
    desk.venue.remembers(_ -> new Memory.Silent());
    flat(desk, 2 + Desk.SILENT_BARS * (Desk.ASKED_AT_MOST + 1));
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.notes("Alert")).anyMatch(n -> n.contains("what became of order 1"));
    assertThat(desk.engine.stable().orElseThrow().inFlight()).isFalse();
    assertThat(orders(desk)).hasSize(1);
  }

  @Test
  void more_filled_than_was_ever_said_halts() throws IOException {
    Desktop desk = lostItsCancellation();
    desk.venue.remembers(_ -> new Memory.FilledMore(0.5));
    flat(desk, Desk.SILENT_BARS - 1);
    assertThat(desk.state()).as("the fill may be on its way still").isEqualTo("running");
    flat(desk, Desk.ASKED_AT_MOST + 1);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.notes("Halted"))
        .singleElement()
        .asString()
        .contains("the venue filled 0.5 of order 1, the journal has 0.0");
  }

  @Test
  void a_cancellation_that_was_lost_on_the_way_is_asked_about() throws IOException {
    Desktop desk = lostItsCancellation();
    flat(desk, Desk.SILENT_BARS + 2);
    assertThat(replies(desk))
        .contains(new Reply.Cancelled(1), new Reply.Stated(1, Reply.State.CLOSED, 0));
    assertThat(desk.engine.account().position()).isPositive();
    assertThat(desk.state()).isEqualTo("running");
  }

  private Desktop lostItsCancellation() {
    Desktop desk = desk(o -> o.id() == 1 ? new Behaviour.Late(1_000) : new Behaviour.FillWhole());
    flat(desk, 2);
    assertThat(desk.engine.stable().orElseThrow().inFlight()).isTrue();
    desk.venue.cancel(1);
    assertThat(desk.venue.poll()).as("nobody heard it").isPresent();
    return desk;
  }

  @Test
  void killed_between_any_two_records_of_asking_it_goes_on_as_if_it_had_not_been()
      throws IOException {
    Behaviour.Choice losing = o -> o.id() == 1 ? new Behaviour.Lose() : new Behaviour.FillWhole();
    Desktop desk = desk(losing);
    flat(desk, 2);
    int before = desk.events().size();
    flat(desk, Reconciliation.EVERY_BARS + 2);
    List<Event> whole = remembered(desk.events());
    assertThat(replies(desk)).contains(new Reply.Stated(1, Reply.State.UNKNOWN, 0));
    int cuts = 0;
    for (int end = before + 1; end < whole.size(); end++) {
      if (whole.get(end - 1) instanceof Event.Deciding) {
        continue; // whom that death bars is tested elsewhere
      }
      Desktop.Next next = desk.takenUp("cut" + end, whole.subList(0, end));
      while (next.engine().bar() < desk.engine.bar()) {
        next.engine().reached(bar(whole, next.engine().bar() + 1));
      }
      List<Event> made = remembered(desk.events());
      assertThat(Shapes.of(made)).as("cut at " + end).isEqualTo(Shapes.of(whole));
      desk.journal.close();
      cuts++;
    }
    assertThat(cuts).isGreaterThan(20);
  }

  private static Event.BarClosed bar(List<Event> events, long number) {
    return events.stream()
        .filter(e -> e instanceof Event.BarClosed b && b.number() == number)
        .map(e -> (Event.BarClosed) e)
        .findFirst()
        .orElseThrow();
  }

  private static List<Event> remembered(List<Event> events) {
    return events.stream().filter(e -> !(e instanceof Event.Measured)).toList();
  }

  @Test
  void a_journal_of_the_second_edition_goes_on_by_the_third() throws IOException {
    List<Long> arrived = new ArrayList<>();
    Desktop old =
        new Desktop(
            root,
            3,
            o -> {
              arrived.add(o.id());
              return o.id() == 1 ? new Behaviour.Lose() : new Behaviour.FillWhole();
            },
            WIDE,
            0,
            2);
    old.load("seed", "stable", 1, BUYING);
    flat(old, 2 + Desk.SILENT_BARS);
    assertThat(arrived).containsExactly(1L, 1L);
    assertThat(answers(old)).isZero();
    Journal original = old.journal;
    Desktop.Next next = old.takenUp("newer", old.events());
    assertThat(next.engine().edition()).isEqualTo(2);
    old.journal = original;
    int sent = arrived.size();
    old.edition();
    flat(old, 2 * Desk.SILENT_BARS + 2);
    assertThat(arrived.subList(sent, arrived.size())).containsOnlyOnce(2L, 3L);
    assertThat(answers(old)).isPositive();
    assertThat(old.engine.account().position()).isPositive();
    assertThat(old.state()).isEqualTo("running");
  }

  @Test
  void two_versions_on_two_sides_are_compared_by_their_net_position() throws IOException {
    Desktop desk = holding(Behaviour.ALWAYS_FILLS);
    desk.load("ch-1", "canary", 0.25, SELLING);
    flat(desk, 3 * Reconciliation.EVERY_BARS);
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isNegative();
    assertThat(desk.state()).isEqualTo("running");
  }

  private Desktop desk(Behaviour.Choice mood) {
    Desktop desk = new Desktop(root, 3, mood, WIDE, 0);
    desk.load("seed", "stable", 1, BUYING);
    return desk;
  }

  private Desktop holding(Behaviour.Choice mood) {
    Desktop desk = desk(mood);
    flat(desk, 2);
    assertThat(desk.engine.account().position()).isNotZero();
    return desk;
  }

  private static void flat(Desktop desk, int bars) {
    for (int i = 0; i < bars; i++) {
      desk.bar(100, 100, 100, 100);
    }
  }

  private static List<Order> orders(Desktop desk) throws IOException {
    return desk.events().stream()
        .filter(e -> e instanceof Event.OrderSent)
        .map(e -> VenueCodec.order(((Event.OrderSent) e).order()))
        .toList();
  }

  private static List<Reply> replies(Desktop desk) throws IOException {
    return desk.events().stream()
        .filter(e -> e instanceof Event.VenueReplied)
        .map(e -> VenueCodec.reply(((Event.VenueReplied) e).reply()))
        .toList();
  }

  private static long answers(Desktop desk) throws IOException {
    return replies(desk).stream().filter(r -> r instanceof Reply.Holds).count();
  }
}
