package kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import sorte.trading.door.DoorClient;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// One change, one kill somewhere in its life, and every check of what is left.
final class KillRun {
  private static final List<String> SENTENCES =
      List.of(
          "reduza o stop loss para 2%",
          "set the take profit to 5%",
          "só compre quando o RSI estiver abaixo de 60",
          "mude a média rápida para 4 e a média lenta para 9",
          "set the slow moving average to 40",
          "coloca o take profit em 12% e reduz o stop loss para 2%",
          "replace the entry rule with EMA 12 above EMA 26 and set the time stop to 5 bars");

  /// Where an owner who does not keep a change takes it back, wherever the judge stands then.
  private static final List<String> TAKEN_BACK_AT = List.of("StepIntended", "StepTaken", "Analysed", "OwnerAsked");

  /// Where a change may stand when the kill comes; "-" is any time at all since it was asked for.
  private static final List<String> MOMENTS =
      List.of(
          "-", "-", "-", "-", "Requested", "Planned", "Edited", "Judged", "Committed", "StepIntended", "StepTaken", "Deepened",
          "Analysed", "OwnerAsked", "OwnerAnswered", "PromotionDecided", "RollbackDecided");

  /// With "-" the kill comes at most so long after the request: both verdicts are over by then.
  private static final int ANY_TIME_MILLIS = 14_000;

  /// After a moment that was waited for, at most so long.
  private static final int AFTER_MOMENT_MILLIS = 400;

  /// A moment that does not come is not waited for longer: then the kill comes anyhow.
  private static final Duration MOMENT = Duration.ofSeconds(60);

  private static final Duration ENDED = Duration.ofSeconds(240);
  private static final Duration COMMAND = Duration.ofSeconds(120);
  private static final long LOOK_MILLIS = 25;

  private static final List<String> ENDS =
      List.of("rejected", "promoted", "aborted", "rolled-back", "withdrawn", "failed");

  private final Path build;
  private final Living living;
  private final Template template;
  private final String victim;
  private final SplittableRandom random;
  private final String moment;
  private final boolean keep;
  private final String takenBackAt;
  private volatile Optional<String> acknowledged = Optional.empty();

  KillRun(Path build, Path root, Template template, String victim, SplittableRandom random) throws IOException {
    this.build = build;
    this.template = template;
    this.victim = victim;
    this.random = random;
    this.keep = random.nextInt(3) > 0;
    this.takenBackAt = TAKEN_BACK_AT.get(random.nextInt(TAKEN_BACK_AT.size()));
    String never = keep ? "RollbackDecided" : "PromotionDecided"; // mostly
    List<String> moments = MOMENTS.stream().filter(m -> !m.equals(never)).toList();
    this.moment = moments.get(random.nextInt(moments.size()));
    this.living = new Living(build, root);
  }

  /// How it ended, in words for one line.
  record Ended(String states, String moment, Orders.Seen orders) {}

  void clear() {
    living.clear();
  }

  Ended run() throws Exception {
    living.awaitReady();
    String words = SENTENCES.get(random.nextInt(SENTENCES.size()));
    Thread asking = Thread.ofVirtual().start(() -> ask(words));
    String seenAt = awaitMoment();
    Optional<ProcessHandle> trader = living.process("trader");
    Optional<Instant> dead = living.kill(victim);
    if (victim.equals("root")) {
      living.awaitOrphansGone(trader);
      living.upAgain();
    }
    asking.join(Duration.ofSeconds(150));
    living.awaitReady();
    if (victim.equals("root") && trader.isPresent()) {
      Broken.unless(
          living.process("trader").equals(trader), "the next up did not keep the trader " + trader.get().pid());
    }
    JsonNode changes = awaitEnded();
    if (acknowledged.isPresent()) {
      Broken.unless(
          java.util.stream.StreamSupport.stream(changes.spliterator(), false)
              .anyMatch(c -> c.path("id").asText().equals(acknowledged.get())),
          "change " + acknowledged.get() + " was acknowledged and is not there");
    }
    boolean commander = victim.equals("root") || victim.equals("commander");
    if (commander && dead.isPresent()) {
      saidWhich(changes, dead.get());
    }
    JsonNode status = new WholeState(living, template).check(changes);
    living.end();
    run("audit", build.resolve("sorte").toString(), "audit", "verify", "--json", "--home", living.root().toString());
    run("git", "git", "-C", living.home().repository().toString(), "fsck", "--strict", "--full");
    Orders.Seen orders = Orders.check(living.home());
    Books.check(living.home(), status, orders);
    List<String> states = new ArrayList<>();
    changes.forEach(c -> states.add(c.path("state").asText()));
    return new Ended(
        (acknowledged.isPresent() ? "" : "unacknowledged:") + (states.isEmpty() ? "none" : String.join("+", states)),
        seenAt + (dead.isPresent() ? "" : "(away)"),
        orders);
  }

  private void ask(String words) {
    try {
      JsonNode answer =
          living.door("commander")
              .post(
                  "/ask",
                  Json.object().put("words", words).put("lang", "pt").put("from", "kill").put("yes", true),
                  Duration.ofSeconds(100));
      String id = answer.path("change").path("id").asText("");
      acknowledged = id.isEmpty() ? Optional.empty() : Optional.of(id);
    } catch (DoorClosed | DoorError _) {
      // killed while it was asked: the request may or may not have been taken
    }
  }

  /// Sleeps, answering the judge's question where one comes, until the moment of the kill. Returns the change's last event
  /// then.
  private String awaitMoment() throws Exception {
    long began = System.nanoTime();
    long any = random.nextInt(ANY_TIME_MILLIS);
    long after = random.nextInt(AFTER_MOMENT_MILLIS);
    String last = "-";
    while (true) {
      long millis = (System.nanoTime() - began) / 1_000_000;
      if (moment.equals("-") ? millis >= any : millis > MOMENT.toMillis()) {
        return last;
      }
      Optional<JsonNode> change = first();
      if (change.isPresent()) {
        List<String> types = types(change.get().path("id").asText());
        last = types.isEmpty() ? last : types.getLast();
        if (types.contains(moment)) {
          Thread.sleep(after);
          return last;
        }
        if (ENDS.contains(change.get().path("state").asText())) {
          return last; // it ended without ever coming to that moment
        }
        answer(change.get(), types);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private Optional<JsonNode> first() {
    try {
      JsonNode changes = living.door("commander").get("/changes");
      return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(0));
    } catch (DoorClosed | DoorError _) {
      return Optional.empty();
    }
  }

  private List<String> types(String id) {
    List<String> types = new ArrayList<>();
    try {
      events(id).forEach(event -> types.add(event.path("type").asText()));
    } catch (DoorClosed | DoorError _) {
      // away for a moment
    }
    return types;
  }

  private JsonNode events(String id) {
    return living.door("commander").get("/changes/" + id + "/events?from=0").path("events");
  }

  /// The owner's word: keep it where the judge cannot tell, or take it back somewhere in its rollout.
  private void answer(JsonNode change, List<String> types) {
    boolean asked = change.path("waitingFor").asText().equals("answer");
    boolean back = !keep && types.contains(takenBackAt) && !types.contains("RollbackDecided");
    if (!asked && !back) {
      return;
    }
    try {
      living.door("commander")
          .post(
              "/changes/" + change.path("id").asText() + (keep ? "/approve" : "/reject"),
              Json.object().put("from", "kill"));
    } catch (DoorClosed | DoorError _) {
      // killed meanwhile, or settled already: looked at again
    }
  }

  /// Waits until every change has ended and has its lesson.
  private JsonNode awaitEnded() throws Exception {
    long deadline = System.nanoTime() + ENDED.toNanos();
    String states = "";
    while (System.nanoTime() < deadline) {
      try {
        JsonNode changes = living.door("commander").get("/changes");
        List<String> open = new ArrayList<>();
        for (JsonNode change : changes) {
          if (!ENDS.contains(change.path("state").asText()) || !change.has("lesson")) {
            open.add(change.path("id").asText() + " " + change.path("state").asText());
            answer(change, types(change.path("id").asText()));
          }
        }
        if (open.isEmpty()) {
          return changes;
        }
        states = open.toString();
      } catch (DoorClosed | DoorError e) {
        states = e.getMessage();
      }
      Thread.sleep(100);
    }
    throw new Broken("not ended after " + ENDED + ": " + states);
  }

  /// A change that was under way when its commander died says that it went on or was undone: in its story, or, where
  /// only the outcome of its promotion was missing, in the alerts.
  private void saidWhich(JsonNode changes, Instant dead) throws Broken {
    for (JsonNode change : changes) {
      String id = change.path("id").asText();
      String last = "";
      boolean said = false;
      for (JsonNode event : events(id)) {
        String type = event.path("type").asText();
        if (Instant.parse(event.path("at").asText()).isBefore(dead)) {
          last = type;
        } else {
          said |= type.equals("Recovered") && event.path("how").asText().matches("went-on|undone");
        }
      }
      boolean underWay =
          !last.isEmpty()
              && !List.of("LessonLearned", "Promoted", "RolledBack", "Undone", "Failed", "Withdrawn", "Rejected")
                  .contains(last);
      boolean alerted = false;
      for (JsonNode alert : living.door("commander").get("/status").path("alerts")) {
        alerted |= alert.path("key").asText().equals("recovered-" + id);
      }
      boolean refused = last.equals("Judged") && change.path("state").asText().equals("rejected");
      Broken.unless(
          !underWay || refused || said || (last.equals("PromotionDecided") && alerted),
          "change " + id + " was under way (" + last + ") and does not say whether it went on or was undone");
    }
  }

  private void run(String name, String... command) throws Exception {
    Path out = living.root().resolveSibling(living.root().getFileName() + "." + name);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new Broken(String.join(" ", command) + " said " + Files.readString(out));
    }
    String said = Files.readString(out);
    Broken.unless(
        !name.equals("git") || !said.matches("(?s).*(error|missing|corrupt|broken).*"), "git fsck said " + said);
    Files.delete(out);
  }
}
