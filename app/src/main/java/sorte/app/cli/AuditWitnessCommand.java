package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.guardian.attest.Audit;
import sorte.guardian.attest.Witness;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// Where the witness copy is and what it saw; or a further copy, to be kept elsewhere.
@CommandLine.Command
final class AuditWitnessCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "audit.copy")
  private @Nullable Path file;

  AuditWitnessCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Home home = home();
    Path copy = file;
    if (copy == null) {
      copy =
          WitnessCopy.usual(home, environment)
              .filter(Files::exists)
              .orElseThrow(
                  () -> Problem.unavailable(screen.words().say("error.no-witness", home.root())));
    } else if (!Witness.copied(home, copy)) {
      throw Problem.unavailable(screen.words().say("error.no-log", home.root()));
    }
    Audit.Report report = Audit.verify(home, java.util.Optional.of(copy));
    ObjectNode json = Json.object().put("witness", copy.toString());
    json.put("witnessed", report.witnessed().orElse(0L)).put("entries", report.entries());
    json.put("ok", report.ok());
    if (common.json()) {
      screen.json(json);
    } else {
      screen.show("audit.witness", copy, json.path("witnessed").asText());
      AuditVerifyCommand.show(screen, report.toJson());
    }
    return report.ok() ? Exit.DONE : Exit.REFUSED;
  }
}
