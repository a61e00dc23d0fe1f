package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sorte.guardian.attest.LogProof;

/// Proves from the log that an entry is in it, or that it goes on from what it was.
@CommandLine.Command
final class AuditProveCommand extends Command {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ENTRY", descriptionKey = "audit.entry")
  private long entry = -1;

  @Option(names = "--since", paramLabel = "SIZE", descriptionKey = "audit.since")
  private long since = -1;

  AuditProveCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    if ((entry < 0) == (since < 0)) {
      throw Problem.usage(screen.words().say("error.audit-prove"));
    }
    JsonNode proof;
    try {
      proof = entry >= 0 ? LogProof.inclusion(home(), entry) : LogProof.consistency(home(), since);
    } catch (LogProof.NoProof e) {
      throw Problem.unavailable(
          screen.words().say("error.no-proof", String.valueOf(e.getMessage())));
    }
    if (common.json()) {
      screen.json(proof);
      return Exit.DONE;
    }
    String size = proof.path("size").asText();
    if (entry >= 0) {
      screen.show("audit.proved", Long.toString(entry), size, proof.path("leaf").asText());
    } else {
      screen.show("audit.proved-since", Long.toString(since), size, proof.path("before").asText());
    }
    for (JsonNode hash : proof.path("path")) {
      screen.out().println("  " + hash.asText());
    }
    screen.show("audit.root", proof.path("root").asText());
    screen.out().print(proof.path("checkpoint").asText());
    return Exit.DONE;
  }
}
