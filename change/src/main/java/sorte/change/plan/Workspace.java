package sorte.change.plan;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.change.edit.NewStrategy;

/// The strategies' tree as it stands: path to text, and which strategy is in service.
public record Workspace(Map<String, String> files, String inService) {
  /// Where strategies stand in their repository.
  public static final String FOLDER = "strategies/src/main/java/sorte/strategies/";

  /// Where their tests stand.
  public static final String TESTS = "strategies/src/test/java/sorte/strategies/";

  private static final String ENDING = ".java";

  public Workspace {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /// The path of a new strategy's source.
  public static String path(String kebab) {
    return FOLDER + NewStrategy.className(kebab) + ENDING;
  }

  /// Class names of the strategies there are.
  public Set<String> classNames() {
    Set<String> names = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.startsWith(FOLDER)
          && path.endsWith(ENDING)
          && path.indexOf('/', FOLDER.length()) < 0
          && !path.endsWith("package-info.java")) {
        names.add(path.substring(FOLDER.length(), path.length() - ENDING.length()));
      }
    }
    return names;
  }

  /// The names of the strategies there are, in kebab case.
  public Set<String> strategies() {
    Set<String> names = new TreeSet<>();
    classNames().forEach(name -> names.add(NewStrategy.kebab(name)));
    return names;
  }

  /// The class of the strategy that a sentence names, however it writes it.
  public Optional<String> find(String said) {
    String folded = folded(said);
    return classNames().stream().filter(name -> folded(name).equals(folded)).findFirst();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
