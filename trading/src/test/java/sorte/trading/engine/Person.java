package sorte.trading.engine;

import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.risk.Limits;
import sorte.trading.risk.Standing;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;

/// Who asks the trader for things, at any time, and asks again under the same id until there is an
/// answer.
final class Person {
  private static final int ACTS_EVERY = 25;
  private static final int RESUMES_WITHIN = 12;
  private static final int SETTLES_EVERY = 150;
  private static final int HALTS_ONCE_IN = 3;

  private static final double BUDGET = 0.2;

  /// Less than the venue's least order needs, and what its loss budget does or does not bear.
  private static final double SMALL = 0.0005;

  private static final double SMALLEST = 0.0004;
  private static final int SMALL_ONCE_IN = 6;

  private final SplittableRandom random;
  private final World world;
  private int commands;
  private int changes;
  private Event.@Nullable Commanded last;
  private String lastAnswer = "";
  private final Promises done;

  Person(SplittableRandom random, World world) {
    this.random = random;
    this.world = world;
    this.done = new Promises(world);
  }

  void act(int bar) {
    if (bar < World.HISTORY) {
      return;
    }
    if (world.engine().stable().isEmpty()) {
      load("stable");
      return;
    }
    String state = world.engine().standing(0, 0).mode().name().toLowerCase(java.util.Locale.ROOT);
    if (!state.equals("running")) {
      if (random.nextInt(RESUMES_WITHIN) == 0) {
        tell("resume", "", "", 0, false, "", Optional.empty());
      }
      return;
    }
    if (random.nextInt(ACTS_EVERY) == 0) {
      something();
    }
    if (world.extra.nextInt(SETTLES_EVERY) == 0) {
      settles();
    }
  }

  private void something() {
    String candidate = world.engine().candidate().map(slot -> slot.change()).orElse("");
    switch (random.nextInt(13)) {
      case 0, 1, 2, 3 -> load(random.nextInt(4) == 0 ? "shadow" : "canary");
      case 4 -> load("stable");
      case 5, 6 -> withCandidate("share", candidate);
      case 7, 8 -> withCandidate("promote", candidate);
      case 9 -> tell("rollback", candidate, "", 0, random.nextBoolean(), "", Optional.empty());
      case 10 -> tell("pause", "", "", 0, false, "", Optional.empty());
      case 11 -> tell("halt", "", "", 0, false, "", Optional.empty());
      default -> {
        if (random.nextInt(3) == 0) {
          fault(candidate);
        } else {
          tell("close", "", "", 0, false, "", Optional.empty());
        }
      }
    }
  }

  /// Sets what a halt does with positions, or other limits.
  private void settles() {
    if (world.extra.nextInt(HALTS_ONCE_IN) == 0) {
      tell("halt-because", "", "", 0, false, "", Optional.empty());
    } else if (world.extra.nextBoolean()) {
      String line = Json.line(Json.object().put("flatten", world.extra.nextBoolean()));
      tell("halt-positions", "", "", 0, false, line, Optional.empty());
    } else {
      Limits now = world.limits();
      Limits next =
          new Limits(
              world.extra.nextBoolean() ? 2.1 : 0.9,
              world.extra.nextBoolean() ? 1.05 : 1.3,
              now.priceCollar(),
              now.dailyLoss(),
              now.maxDrawdown(),
              now.ordersPerDay());
      tell("limits", "", "", 0, false, Json.line(next), Optional.empty());
    }
  }

  /// The follower saw a shadow fail.
  private void fault(String change) {
    world.step(() ->
        world
            .engine()
            .reached(new Event.FollowerFaulted(change, world.engine().bar(), "seen", "fault")));
  }

  private void load(String slot) {
    String artifact = Releases.artifact(random.nextInt(Releases.count()));
    String change = "ch-" + changes++;
    double drawn = 0.05 + random.nextInt(9) / 10.0;
    double share =
        world.extra.nextInt(SMALL_ONCE_IN) == 0
            ? (world.extra.nextBoolean() ? SMALLEST : SMALL)
            : drawn;
    switch (world.prepare(artifact)) {
      case Preparation.Outcome.Refused(String code, String reason) -> {
        String line = Json.line(Json.object().put("refused", code + reason));
        tell("load", change, slot, share, false, line, Optional.empty());
      }
      case Preparation.Outcome.Ready(Prepared ready) -> {
        var release = Json.object().put("strategy", "test").put("fedFrom", ready.fedFrom());
        release.set("terms", Json.tree(ready.terms()));
        String id = "c" + commands++;
        ask(
            command(id, "load", change, artifact, slot, share, false, Json.line(release)),
            Optional.of(ready));
      }
    }
  }

  private void withCandidate(String verb, String change) {
    double share = 0.05 + random.nextInt(10) / 10.0;
    tell(verb, change, "", share, false, "{}", Optional.empty());
  }

  private void tell(
      String verb,
      String change,
      String slot,
      double share,
      boolean close,
      String release,
      Optional<Prepared> prepared) {
    ask(command("c" + commands++, verb, change, "", slot, share, close, release), prepared);
  }

  static Event.Commanded command(
      String id,
      String verb,
      String change,
      String artifact,
      String slot,
      double share,
      boolean close,
      String release) {
    double budget = share == SMALLEST ? SMALLEST : BUDGET;
    return new Event.Commanded(
        id, verb, change, artifact, slot, share, budget, "for a reason", close, release);
  }

  private void ask(Event.Commanded command, Optional<Prepared> prepared) {
    Runnable first =
        () -> {
          done.before(command);
          answered(command, world.tell(command, prepared));
        };
    Runnable again = () -> answered(command, world.tell(command, Optional.empty()));
    for (boolean through = world.step(first); !through; ) {
      through = world.step(again);
    }
  }

  private void answered(Event.Commanded command, String answer) {
    last = command;
    lastAnswer = answer;
    obeyed(command);
    done.done(command, Json.read(answer));
  }

  /// What was asked is so now.
  private void obeyed(Event.Commanded command) {
    Standing.Mode mode = world.engine().standing(0, 0).mode();
    boolean so =
        switch (command.verb()) {
          case "pause", "close" -> mode != Standing.Mode.RUNNING;
          case "halt", "halt-because" -> mode == Standing.Mode.HALTED;
          case "resume" -> mode != Standing.Mode.PAUSED;
          case "rollback" ->
              world.engine().candidate().filter(c -> c.change().equals(command.change())).isEmpty();
          default -> true;
        };
    boolean closes = command.verb().equals("close") && world.settled();
    if (!so || (closes && world.engine().account().position() != 0)) {
      throw new Broken(
          "asked to %s, it is %s and holds %s"
              .formatted(command.verb(), mode, world.engine().account().position()));
    }
  }

  /// What was answered holds, whatever became of the process or the machine since.
  void startedAgain() {
    Event.Commanded asked = last;
    if (asked == null) {
      return;
    }
    long before = world.journal().size();
    String again = world.tell(asked, Optional.empty());
    if (!again.equals(lastAnswer) || world.journal().size() != before) {
      throw new Broken("answered " + lastAnswer + ", and after a restart " + again);
    }
  }
}
