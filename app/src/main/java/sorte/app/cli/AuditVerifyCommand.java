package sorte.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import sorte.guardian.attest.Audit;
import sorte.trading.home.Home;

/// Recomputes the guardian's log, its signatures and what they stand for, offline.
@CommandLine.Command
final class AuditVerifyCommand extends Command {
  @Option(names = "--witness", paramLabel = "FILE|DIR", descriptionKey = "audit.witness-copy")
  private @Nullable Path witness;

  AuditVerifyCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Home home = home();
    JsonNode audit = Audit.verify(home, witness(home)).toJson();
    if (common.json()) {
      screen.json(audit);
    } else {
      show(screen, audit);
    }
    return audit.path("ok").asBoolean() ? Exit.DONE : Exit.REFUSED;
  }

  private Optional<Path> witness(Home home) throws IOException {
    Path named = witness;
    if (named == null) {
      return unreadable(home) ? Optional.empty() : WitnessCopy.usual(home, environment);
    }
    Path copy = WitnessCopy.named(home, named);
    if (!Files.isRegularFile(copy)) {
      throw Problem.unavailable(screen.words().say("error.no-such-witness", copy));
    }
    return Optional.of(copy);
  }

  /// Whether the public key, which names the copy, is spoilt: the audit says that by itself.
  private static boolean unreadable(Home home) {
    try {
      sorte.trading.release.GuardianKey.read(home.publicKey());
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  static void show(Screen screen, JsonNode audit) {
    if (!audit.path("ok").asBoolean()) {
      screen.show("audit.bad", audit.path("firstBad").asText());
      return;
    }
    screen.show("audit.ok", audit.path("entries").asText(), audit.path("head").asText());
    if (audit.path("entries").asLong() > 0) {
      if (audit.has("witnessed")) {
        screen.show("audit.witnessed", audit.path("witnessed").asText());
      } else {
        screen.show("audit.no-witness");
      }
    }
  }
}
