package sorte.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import sorte.guardian.repository.OwnersClone;
import sorte.trading.door.Json;

/// Puts a hook into a person's clone: each strategy that they commit passes the gates first. A hook
/// that somebody else put there is left alone.
@CommandLine.Command
final class HooksInstallCommand extends Command {
  private static final String HOOK = "pre-commit";
  private static final String SCRIPT = "/sorte/app/pre-commit";
  private static final String OURS = "# sorte hooks install";

  @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", descriptionKey = "hooks.folder")
  private Path folder = Path.of("");

  HooksInstallCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Path hooks =
        OwnersClone.hooks(folder)
            .orElseThrow(() ->
                Problem.usage(screen.words().say("submit.no-repository", folder.toAbsolutePath())));
    Path hook = hooks.resolve(HOOK);
    if (Files.exists(hook) && !Files.readString(hook).contains(OURS)) {
      throw Problem.usage(screen.words().say("hooks.other", hook));
    }
    String root = System.getProperty("sorte.root", "");
    if (root.isEmpty()) {
      throw Problem.fault(screen.words().say("hooks.no-root"));
    }
    Files.createDirectories(hooks);
    Path part = hooks.resolve(HOOK + ".part");
    Files.writeString(
        part,
        script()
            .replace("@SORTE@", quoted(Path.of(root).resolve("sorte").toString()))
            .replace("@HOME@", quoted(common.place(environment).root().toString())));
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(part, hook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (common.json()) {
      screen.json(Json.object().put("hook", hook.toString()));
    } else {
      screen.show("hooks.installed", hook);
    }
    return Exit.DONE;
  }

  private static String quoted(String path) {
    return "'" + path.replace("'", "'\\''") + "'";
  }

  private static String script() throws IOException {
    try (InputStream in = HooksInstallCommand.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("no script at " + SCRIPT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
