package sorte.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// All commands of `./sorte`, wired in one place.
public final class CommandTree {
  private CommandTree() {}

  /// Runs the command in `arguments` and returns its exit code.
  public static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    boolean data = List.of(arguments).contains("data");
    return of(Screen.of(environment, out, err), environment, data).execute(arguments);
  }

  /// @param data whether the market data store may be asked for: its commands stand on a database,
  ///   which nothing else shall load
  private static CommandLine of(Screen screen, Map<String, String> environment, boolean data) {
    CommandLine line = new CommandLine(new Top(screen, environment));
    add(line, "up", new UpCommand(screen, environment));
    add(line, "demo", new DemoCommand(screen, environment));
    add(line, "plan", new PlanCommand(screen, environment));
    add(line, "ask", new AskCommand(screen, environment));
    add(line, "submit", new SubmitCommand(screen, environment));
    add(line, "changes", new ChangesCommand(screen, environment));
    add(line, "show", new ShowCommand(screen, environment));
    add(line, "approve", new AnswerCommand(screen, environment, "approve"));
    add(line, "reject", new AnswerCommand(screen, environment, "reject"));
    add(line, "wait", new AnswerCommand(screen, environment, "wait"));
    add(line, "rollback", new RollbackCommand(screen, environment));
    add(line, "status", new StatusCommand(screen, environment));
    add(line, "halt", new HaltCommand(screen, environment));
    add(line, "resume", new ResumeCommand(screen, environment));
    add(line, "alive", new AliveCommand(screen, environment));
    add(line, "check", new CheckCommand(screen, environment));
    add(line, "backtest", new BacktestCommand(screen, environment));
    add(line, "portfolio", new PortfolioCommand(screen, environment));
    add(line, "sweep", new SweepCommand(screen, environment));
    add(line, "analyse", new AnalyseCommand(screen, environment), "analyze");
    CommandLine audit = new CommandLine(new AuditCommand(screen, environment));
    audit.addSubcommand("verify", new AuditVerifyCommand(screen, environment));
    audit.addSubcommand("prove", new AuditProveCommand(screen, environment));
    audit.addSubcommand("recount", new AuditRecountCommand(screen, environment));
    audit.addSubcommand("witness", new AuditWitnessCommand(screen, environment));
    line.addSubcommand("audit", audit);
    CommandLine hooks = new CommandLine(new HooksCommand(screen, environment));
    hooks.addSubcommand("install", new HooksInstallCommand(screen, environment));
    line.addSubcommand("hooks", hooks);
    line.addSubcommand(
        "data",
        data
            ? DataCommand.family(screen, environment)
            : new CommandLine(new DataCommand(screen, environment)));
    line.addSubcommand("code", CodeCommand.family(screen, environment));
    line.addSubcommand("config", ConfigCommand.family(screen, environment));
    add(line, "doctor", new DoctorCommand(screen, environment));
    for (String later : LaterCommand.NAMES) {
      add(line, later, new LaterCommand(screen, environment));
    }
    line.setResourceBundle(help(screen.language()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
    line.setOut(new java.io.PrintWriter(screen.out(), true));
    line.setErr(new java.io.PrintWriter(screen.err(), true));
    Failures failures = new Failures(screen);
    line.setExecutionExceptionHandler(failures);
    line.setParameterExceptionHandler(failures);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  private static void add(CommandLine line, String name, Object command, String... aliases) {
    CommandLine sub = new CommandLine(command);
    CommandSpec spec = sub.getCommandSpec();
    spec.name(name);
    line.addSubcommand(name, sub, aliases);
  }

  private static PropertyResourceBundle help(String language) {
    String name = "/sorte/app/help_" + language + ".properties";
    try (InputStream in = CommandTree.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no help at " + name);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
