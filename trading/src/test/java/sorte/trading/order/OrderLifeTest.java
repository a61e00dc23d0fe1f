package sorte.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
  private static final long QUANTITY = 10;

  /// The table of docs/life-of-an-order.md: what follows, or `-` where it is refused. `same` keeps
  /// what is asked back, `back` returns to where it stood.
  private static final String TABLE =
      """
      state               Deny   Submit    Accept        Reject   Trigger       FillSome           FillAll RequestCancel RefuseCancel Cancel    Expire
      Initialized         Denied Submitted -             -        -             -                  -       -             -            -         -
      Denied              -      -         -             -        -             -                  -       -             -            -         -
      Submitted           -      -         Accepted      Rejected -             PartiallyFilled    Filled  PendingCancel -            Cancelled Expired
      Accepted            -      -         -             -        Triggered     PartiallyFilled    Filled  PendingCancel -            Cancelled Expired
      Rejected            -      -         -             -        -             -                  -       -             -            -         -
      Triggered           -      -         -             -        -             PartiallyFilled    Filled  PendingCancel -            Cancelled Expired
      PartiallyFilled     -      -         -             -        -             PartiallyFilled    Filled  PendingCancel -            Cancelled Expired
      Filled              -      -         -             -        -             -                  -       -             -            -         -
      PendingOfSubmitted  -      -         PendingCancel Rejected -             PendingCancel      Filled  -             Submitted    Cancelled Expired
      PendingOfAccepted   -      -         -             -        PendingCancel PendingCancel      Filled  -             Accepted     Cancelled Expired
      PendingOfTriggered  -      -         -             -        -             PendingCancel      Filled  -             Triggered    Cancelled Expired
      PendingOfPartial    -      -         -             -        -             PendingCancel      Filled  -             PartiallyFilled Cancelled Expired
      Cancelled           -      -         -             -        -             -                  -       -             -            -         -
      Expired             -      -         -             -        -             -                  -       -             -            -         -
      """;

  private static Map<String, OrderState> states() {
    Map<String, OrderState> states = new LinkedHashMap<>();
    states.put("Initialized", new OrderState.Initialized());
    states.put("Denied", new OrderState.Denied("too large"));
    states.put("Submitted", new OrderState.Submitted());
    states.put("Accepted", new OrderState.Accepted());
    states.put("Rejected", new OrderState.Rejected("no such instrument"));
    states.put("Triggered", new OrderState.Triggered());
    states.put("PartiallyFilled", new OrderState.PartiallyFilled(3));
    states.put("Filled", new OrderState.Filled(QUANTITY));
    states.put("PendingOfSubmitted", new OrderState.PendingCancel(new OrderState.Submitted()));
    states.put("PendingOfAccepted", new OrderState.PendingCancel(new OrderState.Accepted()));
    states.put("PendingOfTriggered", new OrderState.PendingCancel(new OrderState.Triggered()));
    states.put("PendingOfPartial", new OrderState.PendingCancel(new OrderState.PartiallyFilled(3)));
    states.put("Cancelled", new OrderState.Cancelled(3, "asked"));
    states.put("Expired", new OrderState.Expired(0));
    return states;
  }

  private static OrderEvent event(String name, OrderState state) {
    return switch (name) {
      case "Deny" -> new OrderEvent.Deny("too large");
      case "Submit" -> new OrderEvent.Submit();
      case "Accept" -> new OrderEvent.Accept();
      case "Reject" -> new OrderEvent.Reject("unknown");
      case "Trigger" -> new OrderEvent.Trigger();
      case "FillSome" -> new OrderEvent.Fill(1);
      case "FillAll" -> new OrderEvent.Fill(Math.max(1, QUANTITY - state.filled()));
      case "RequestCancel" -> new OrderEvent.RequestCancel();
      case "RefuseCancel" -> new OrderEvent.RefuseCancel();
      case "Cancel" -> new OrderEvent.Cancel("asked");
      case "Expire" -> new OrderEvent.Expire();
      default -> throw new AssertionError(name);
    };
  }

  @Test
  void every_state_with_every_event_goes_where_the_table_says_and_nowhere_else() {
    List<String[]> rows =
        Arrays.stream(TABLE.strip().split("\n")).map(line -> line.strip().split(" +")).toList();
    String[] events = rows.getFirst();
    Map<String, OrderState> states = states();
    List<String> wrong = new ArrayList<>();
    int legal = 0;
    int refused = 0;
    for (String[] row : rows.subList(1, rows.size())) {
      OrderState state = states.remove(row[0]);
      for (int column = 1; column < events.length; column++) {
        Transition next = OrderLife.next(state, event(events[column], state), QUANTITY);
        String went =
            switch (next) {
              case Transition.Moved moved -> moved.state().word();
              case Transition.Refused no -> no.why().length() > 20 ? "-" : "without words";
            };
        if (!went.equals(row[column])) {
          wrong.add(row[0] + " and " + events[column] + " gave " + went);
        }
        legal += went.equals("-") ? 0 : 1;
        refused += went.equals("-") ? 1 : 0;
      }
    }
    System.out.println(legal + " legal transitions, " + refused + " refused");
    assertThat(wrong).isEmpty();
    assertThat(states).as("states that the table forgets").isEmpty();
    assertThat(legal).isEqualTo(48);
    assertThat(refused).isEqualTo(14 * 11 - 48);
  }

  @Test
  void the_table_knows_every_state_and_every_event_there_is() {
    List<String> known =
        states().values().stream().map(OrderState::word).distinct().sorted().toList();
    List<String> sealed = new ArrayList<>();
    for (Class<?> family : OrderState.class.getPermittedSubclasses()) {
      for (Class<?> state : family.getPermittedSubclasses()) {
        sealed.add(state.getSimpleName());
      }
    }
    assertThat(sealed.stream().sorted().toList()).isEqualTo(known);
    assertThat(OrderEvent.class.getPermittedSubclasses()).hasSize(10); // Fill stands twice
  }

  @Test
  void what_is_refused_says_the_event_and_the_state() {
    assertThat(
            OrderLife.next(
                new OrderState.Filled(QUANTITY), new OrderEvent.Cancel("asked"), QUANTITY))
        .isEqualTo(
            new Transition.Refused("Cancel to an order that is Filled: it has come to its end"));
    assertThat(OrderLife.next(new OrderState.Accepted(), new OrderEvent.Submit(), QUANTITY))
        .isEqualTo(
            new Transition.Refused("Submit to an order that is Accepted: it cannot happen here"));
  }

  @Test
  void more_than_what_is_left_never_fills() {
    assertThat(
            OrderLife.next(
                new OrderState.PartiallyFilled(3 * Quantity.ONE),
                new OrderEvent.Fill(8 * Quantity.ONE),
                10 * Quantity.ONE))
        .isEqualTo(
            new Transition.Refused(
                "a fill of 8 is more than the 7 that are left of an order for 10"));
  }

  @Test
  void a_fill_may_win_against_a_cancellation_that_is_on_its_way() {
    OrderState asked = new OrderState.PendingCancel(new OrderState.PartiallyFilled(3));
    assertThat(OrderLife.next(asked, new OrderEvent.Fill(2), QUANTITY))
        .isEqualTo(
            new Transition.Moved(new OrderState.PendingCancel(new OrderState.PartiallyFilled(5))));
    assertThat(OrderLife.next(asked, new OrderEvent.Cancel("asked"), QUANTITY))
        .isEqualTo(new Transition.Moved(new OrderState.Cancelled(3, "asked")));
  }

  @Test
  void whatever_happens_what_is_filled_never_shrinks_and_the_end_is_the_end() {
    List<String> names = List.of(TABLE.lines().findFirst().orElseThrow().strip().split(" +"));
    for (long seed = 1; seed <= 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      OrderState state = new OrderState.Initialized();
      for (int step = 0; step < 60; step++) {
        String name = names.get(random.nextInt(1, names.size()));
        if (OrderLife.next(state, event(name, state), QUANTITY) instanceof Transition.Moved moved) {
          assertThat(state).as("seed " + seed).isInstanceOf(OrderState.Open.class);
          assertThat(moved.state().filled())
              .as("seed " + seed)
              .isGreaterThanOrEqualTo(state.filled());
          assertThat(moved.state().filled()).isLessThanOrEqualTo(QUANTITY);
          state = moved.state();
        }
      }
    }
  }

  @Test
  void a_ticket_that_makes_no_sense_is_refused_in_words() {
    OrderTicket market = OrderTicket.of(1, "X", Side.BUY, Quantity.ONE, OrderType.MARKET);
    assertThatThrownBy(market::posting).hasMessageContaining("post-only is for limits alone");
    OrderTicket limit =
        OrderTicket.of(2, "X", Side.BUY, Quantity.ONE, new OrderType.Limit(5)).posting();
    assertThatThrownBy(() -> limit.standing(TimeInForce.IOC))
        .hasMessageContaining("post-only rests");
    assertThatThrownBy(() -> OrderTicket.of(0, "X", Side.BUY, 1, OrderType.MARKET))
        .hasMessageContaining("id must be above zero");
    assertThatThrownBy(() -> OrderTicket.of(3, "X", Side.BUY, 0, OrderType.MARKET))
        .hasMessageContaining("quantity must be above zero");
    assertThatThrownBy(() -> new OrderType.Limit(Double.NaN))
        .hasMessageContaining("a limit must be above zero");
    assertThatThrownBy(() -> new Trail.Fraction(1)).hasMessageContaining("below 1");
    assertThatThrownBy(() -> new Level.FromEntry(-1)).hasMessageContaining("above -1");
    assertThatThrownBy(() ->
            new Instruction.OneCancelsOther(
                market, OrderTicket.of(2, "X", Side.SELL, 7, OrderType.MARKET)))
        .hasMessageContaining("for one quantity");
    assertThatThrownBy(() ->
            new Instruction.Bracket(market, List.of(new Exit.Trailing(1, new Trail.Amount(2)))))
        .hasMessageContaining("an id of its own");
    assertThatThrownBy(() -> new Instruction.Bracket(market.reducing(), List.of()))
        .hasMessageContaining("cannot be reduce-only");
  }

  @Test
  void a_quantity_is_exact_in_parts_and_whole_units() {
    for (double units : new double[] {0, 1, 0.1, 0.00001, 123_456_789.0, 3e10, 1234.56789012}) {
      assertThat(Quantity.toDouble(Quantity.of(units))).isEqualTo(units);
    }
    assertThat(Quantity.words(150_000_000)).isEqualTo("1.5");
    assertThatThrownBy(() -> Quantity.of(1e12)).hasMessageContaining("46 thousand million");
  }
}
