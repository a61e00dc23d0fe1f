package sorte.guardian.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sorte.guardian.sandbox.ChildLimits;

/// Reaches for files that are not its own, in every way in which a file is read, altered, replaced,
/// moved or removed, and says how each attempt went. With the word `free` it does not confine
/// itself: the control.
final class Reaching {
  private Reaching() {}

  private interface Attempt {
    void make() throws IOException;
  }

  public static void main(String[] args) throws Exception {
    int at = 1;
    if (!args[0].equals("free")) {
      ChildLimits.parse(List.of(args).subList(1, 1 + ChildLimits.ARGUMENTS).toArray(String[]::new))
          .enter();
      at += ChildLimits.ARGUMENTS;
    }
    for (String name : List.of(args).subList(at, args.length)) {
      Path file = Path.of(name);
      attempts(file).forEach((how, attempt) -> say(file, how, attempt));
    }
    System.out.println("DONE");
  }

  private static Map<String, Attempt> attempts(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".other");
    Map<String, Attempt> all = new LinkedHashMap<>();
    all.put("read", () -> Files.readAllBytes(file));
    all.put("write", () -> Files.writeString(file, "mine", StandardOpenOption.WRITE));
    all.put("append", () -> Files.writeString(file, "mine", StandardOpenOption.APPEND));
    all.put("make", () -> Files.writeString(beside, "mine"));
    all.put("move", () -> Files.move(file, beside, StandardCopyOption.REPLACE_EXISTING));
    all.put("delete", () -> Files.delete(Files.exists(beside) ? beside : file));
    return all;
  }

  private static void say(Path file, String how, Attempt attempt) {
    String went;
    try {
      attempt.make();
      went = "DONE";
    } catch (IOException | RuntimeException | Error e) {
      went = "REFUSED " + e.getClass().getSimpleName();
    }
    System.out.println(file.getFileName() + "|" + how + "|" + went);
  }
}
