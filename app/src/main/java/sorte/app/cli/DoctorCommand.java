package sorte.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import sorte.guardian.sandbox.Confinement;
import sorte.trading.door.Json;
import sorte.trading.home.Config;
import sorte.trading.home.Home;
import sorte.trading.home.SettingsVersion;

/// Checks this machine and says what is missing and how to get it.
@CommandLine.Command
final class DoctorCommand extends Command {
  /// The Java that everything here is built and run by.
  static final int NEEDED_JAVA = 25;

  /// Free space under which a home soon cannot be written to, in bytes.
  static final long LITTLE_SPACE = 512L << 20;

  private record Check(String name, boolean ok, String seen, String remedy) {}

  DoctorCommand(Screen screen, Map<String, String> environment) {
    super(screen, environment);
  }

  @Override
  public Integer call() throws IOException {
    Home home = home();
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    checks.add(tool("mvn", "maven"));
    checks.add(tool("git", "git"));
    for (Confinement.Said said : Confinement.probe().findings(screen.language())) {
      checks.add(new Check("confinement", said.good(), said.seen(), said.remedy()));
    }
    checks.add(space(home));
    checks.add(config(home));
    boolean all = checks.stream().allMatch(Check::ok);
    if (common.json()) {
      screen.json(json(checks, all));
    } else {
      for (Check check : checks) {
        if (check.ok) {
          screen.show("doctor.ok", check.seen);
        } else {
          screen.show("doctor.bad", check.seen, check.remedy);
        }
      }
      screen.show(all ? "doctor.all" : "doctor.some");
    }
    return all ? Exit.DONE : Exit.UNAVAILABLE;
  }

  private Check java() {
    int feature = Runtime.version().feature();
    return new Check(
        "java",
        feature >= NEEDED_JAVA,
        screen.words().say("doctor.java", Runtime.version().toString()),
        screen.words().say("doctor.java.remedy"));
  }

  /// A program that building needs, looked for on the PATH as a shell does.
  private Check tool(String name, String debian) {
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
      if (Files.isExecutable(file)) {
        return new Check(name, true, screen.words().say("doctor.tool", name, file), "");
      }
    }
    return new Check(
        name,
        false,
        screen.words().say("doctor.no-tool", name),
        screen.words().say("doctor.no-tool.remedy", debian));
  }

  private Check space(Home home) throws IOException {
    long free = Files.getFileStore(home.root()).getUsableSpace();
    String megabytes = Long.toString(free >> 20);
    return new Check(
        "disk",
        free >= LITTLE_SPACE,
        screen.words().say("doctor.disk", home.root(), megabytes),
        screen.words().say("doctor.disk.remedy"));
  }

  private Check config(Home home) throws IOException {
    try {
      Config.of(SettingsVersion.written(home));
      return new Check("config", true, screen.words().say("doctor.config", home.config()), "");
    } catch (Config.BadConfig bad) {
      return new Check(
          "config",
          false,
          screen.words().say("error.config", String.valueOf(bad.getMessage())),
          screen.words().say("doctor.config.remedy", home.config()));
    }
  }

  private static ObjectNode json(List<Check> checks, boolean all) {
    ObjectNode document = Json.object().put("ok", all);
    ArrayNode list = document.putArray("checks");
    for (Check check : checks) {
      list.addObject()
          .put("check", check.name)
          .put("ok", check.ok)
          .put("seen", check.seen)
          .put("remedy", check.remedy);
    }
    return document;
  }
}
