package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import sorte.guardian.attest.Audit;

/// Recomputes the guardian's log, its signatures and what they stand for, offline.
@CommandLine.Command
final class AuditVerifyCommand extends Command {
  AuditVerifyCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    JsonNode audit = Audit.verify(home()).toJson();
    boolean ok = audit.path("ok").asBoolean();
    if (common.json()) {
      screen.json(audit);
    } else if (ok) {
      screen.show("audit.ok", audit.path("entries").asText(), audit.path("head").asText());
    } else {
      screen.show("audit.bad", audit.path("firstBad").asText());
    }
    return ok ? Exit.DONE : Exit.REFUSED;
  }
}
