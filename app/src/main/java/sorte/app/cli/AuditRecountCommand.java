package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.change.log.Change;
import sorte.change.log.ChangeLog;
import sorte.change.observe.Recount;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Reckons what the judge said again, from the change log alone, to the bit.
@CommandLine.Command
final class AuditRecountCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", descriptionKey = "audit.change")
  private @Nullable String id;

  AuditRecountCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Home home = home();
    if (!Files.exists(home.changesLog())) {
      throw Problem.unavailable(screen.words().say("error.no-changes", home.root()));
    }
    // whoever opens the log may cut its tail: the running commander's own is only copied
    Path copy = Files.createTempFile("sorte-changes-", ".log");
    try {
      Files.copy(home.changesLog(), copy, StandardCopyOption.REPLACE_EXISTING);
      try (ChangeLog log = ChangeLog.open(copy, InstantSource.system())) {
        return recounted(named(log));
      }
    } finally {
      Files.delete(copy);
    }
  }

  private List<Change> named(ChangeLog log) {
    String wanted = id;
    if (wanted == null) {
      return log.all();
    }
    return List.of(
        log.of(wanted)
            .orElseThrow(() ->
                Problem.unavailable(
                    screen.words().say("error.no-such-change", OneLine.of(wanted)))));
  }

  private int recounted(List<Change> changes) {
    boolean ok = true;
    if (changes.isEmpty() && !common.json()) {
      screen.show("recount.none");
    }
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (Change change : changes) {
      Recount.Outcome outcome = Recount.of(change.analyses());
      ok &= outcome.differing().isEmpty();
      ObjectNode one = list.addObject().put("id", change.id());
      one.put("analyses", outcome.analyses()).put("unshown", outcome.unshown());
      ArrayNode differing = one.putArray("differing");
      outcome.differing().forEach(each -> differing.add(each.number()));
      if (!common.json()) {
        show(change.id(), outcome);
      }
    }
    if (common.json()) {
      ObjectNode answer = Json.object().put("ok", ok);
      answer.set("changes", list);
      screen.json(answer);
    }
    return ok ? Exit.DONE : Exit.REFUSED;
  }

  private void show(String change, Recount.Outcome outcome) {
    if (outcome.differing().isEmpty()) {
      screen.show("recount.same", change, outcome.analyses(), outcome.unshown());
    }
    for (Recount.Differing each : outcome.differing()) {
      screen.show("recount.differs", change, each.number(), each.logged(), each.recounted());
    }
  }
}
