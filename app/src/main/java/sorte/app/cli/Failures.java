package sorte.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import sorte.app.launch.Settings;
import sorte.change.commander.ErrorText;
import sorte.change.observe.Reasons;
import sorte.trading.door.DoorClosed;
import sorte.trading.door.DoorError;
import sorte.trading.door.PortInUse;
import sorte.trading.home.Config;
import sorte.trading.home.NewerHome;
import sorte.trading.market.MarketSpec;
import sorte.trading.money.MoneyOverflow;

/// What a command that could not be done says, and its exit code.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Screen screen;

  Failures(Screen screen) {
    this.screen = screen;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    screen.tell("error.usage", usage(e));
    command.usage(screen.err());
    return Exit.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return switch (e) {
      case DoorClosed closed -> {
        if (closed.isNobody()) {
          screen.tell("error.nobody");
        } else {
          screen.tell("error.not-running", Reasons.said(words(closed), screen.language()));
        }
        yield Exit.UNAVAILABLE;
      }
      case DoorError error -> {
        screen.err().println(ErrorText.of(error, screen.language()).orElseGet(() -> plain(error)));
        yield exitOf(error);
      }
      case NewerHome newer -> {
        screen.tell("error.newer-home", newer.found());
        yield Exit.UNAVAILABLE;
      }
      case NotDirectoryException file -> {
        screen.tell("error.home-file", file.getFile());
        yield Exit.UNAVAILABLE;
      }
      case FileAlreadyExistsException file -> {
        screen.tell("error.home-file", file.getFile());
        yield Exit.UNAVAILABLE;
      }
      case FileSystemException readOnly when readOnly(readOnly) -> {
        screen.tell("error.denied", readOnly.getFile());
        yield Exit.UNAVAILABLE;
      }
      case PortInUse port -> {
        screen.tell("error.port", Integer.toString(port.port()));
        yield Exit.UNAVAILABLE;
      }
      case Settings.Busy _ -> {
        screen.tell("error.settings-busy");
        yield Exit.UNAVAILABLE;
      }
      case Config.BadConfig bad -> {
        screen.tell("error.config", words(bad));
        yield Exit.USAGE;
      }
      case Problem problem -> {
        screen.err().println(problem.getMessage());
        yield problem.exit();
      }
      case MoneyOverflow overflow -> {
        screen.tell("error.money", words(overflow));
        yield Exit.REFUSED;
      }
      case MarketSpec.BadMarket bad -> {
        screen.err().println(bad.getMessage());
        yield Exit.USAGE;
      }
      case NoSuchFileException missing -> {
        screen.tell("error.no-file", missing.getFile());
        yield Exit.USAGE;
      }
      case AccessDeniedException denied -> {
        screen.tell("error.denied", denied.getFile());
        yield Exit.UNAVAILABLE;
      }
      case IOException io when full(io) -> {
        screen.tell("error.disk-full", words(io));
        yield Exit.UNAVAILABLE;
      }
      default -> {
        screen.tell("error.fault", e.toString());
        e.printStackTrace(screen.err());
        yield Exit.FAULT;
      }
    };
  }

  /// What is wrong with the words typed, in the person's language.
  private String usage(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> {
        String typed = OneLine.of(String.join(" ", unmatched.getUnmatched()));
        yield screen
            .words()
            .say(unmatched.isUnknownOption() ? "usage.option" : "usage.argument", typed);
      }
      case MissingParameterException missing -> {
        String names =
            missing.getMissing().stream().map(Failures::label).collect(Collectors.joining(", "));
        yield screen.words().say("usage.missing", names);
      }
      case OverwrittenOptionException twice ->
          screen.words().say("usage.twice", label(twice.getOverwritten()));
      default -> {
        ArgSpec of = e.getArgSpec();
        yield of == null || e.getValue() == null
            ? OneLine.of(words(e))
            : screen.words().say("usage.value", label(of), OneLine.of(e.getValue()));
      }
    };
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String plain(DoorError error) {
    return error.what() + (error.remedy().isEmpty() ? "" : ": " + error.remedy());
  }

  private static String words(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private static boolean readOnly(FileSystemException e) {
    String reason = String.valueOf(e.getReason());
    return reason.contains("Read-only file system") || reason.contains("not permitted");
  }

  private static boolean full(IOException e) {
    String words =
        e instanceof FileSystemException file
            ? String.valueOf(file.getReason())
            : String.valueOf(e.getMessage());
    return words.contains("No space left") || words.contains("Disk quota");
  }

  private static int exitOf(DoorError error) {
    return switch (error.status()) {
      case 400, 413 -> Exit.USAGE;
      case 404, 503 -> Exit.UNAVAILABLE;
      case 409, 422 -> Exit.REFUSED;
      default -> Exit.FAULT;
    };
  }
}
