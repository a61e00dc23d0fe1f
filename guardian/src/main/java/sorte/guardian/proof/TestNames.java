package sorte.guardian.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sorte.guardian.Dossier;
import sorte.guardian.Finding;

/// Whose names the classes of tests bear. All that a change brings is compiled again together with
/// everything else, by whoever has it: there a class takes the place of another one of its name,
/// JUnit's own among them.
final class TestNames {

  private static final String PACKAGE = "sorte.strategies.";
  private static final String MAIN = "strategies/src/main/java/";
  private static final String TEST = "strategies/src/test/java/";

  private TestNames() {}

  static List<Finding> look(Dossier dossier, Set<String> classes) {
    List<Finding> findings = new ArrayList<>();
    for (String name : classes) {
      if (name.indexOf('$') < 0 && !free(dossier, name)) {
        findings.add(Finding.at("tests.name", dossier.path(), 0, name));
      }
    }
    return findings;
  }

  /// In the strategies' package, and no file of the tree that was not compiled here is named after
  /// it.
  private static boolean free(Dossier dossier, String name) {
    String file = name.replace('.', '/') + ".java";
    Set<String> tree = dossier.candidate().tree().keySet();
    boolean compiled =
        dossier.candidate().files().containsKey(TEST + file) || (TEST + file).equals(own(dossier));
    return name.startsWith(PACKAGE)
        && !tree.contains(MAIN + file)
        && (compiled || !tree.contains(TEST + file));
  }

  private static String own(Dossier dossier) {
    return dossier.path().replace(MAIN, TEST).replaceAll("\\.java$", "Test.java");
  }
}
