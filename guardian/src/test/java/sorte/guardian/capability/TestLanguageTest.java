package sorte.guardian.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tests of strategies may name.
class TestLanguageTest {

  private static final Path SHIPPED = Path.of("../strategies/src/test/java/sorte/strategies");

  @TempDir Path folder;

  private SortedMap<String, byte[]> compiled(Map<String, String> sources) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d"));
    arguments.add(folder.toString());
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      arguments.add(
          Files.writeString(folder.resolve(source.getKey()), source.getValue()).toString());
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = folder.relativize(file).toString().replace('/', '.');
        classes.put(name.replaceAll("\\.class$", ""), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private List<String> refused(String body) throws Exception {
    String source =
        """
        import java.util.*;
        import org.junit.jupiter.api.*;
        class ATest {
          @Test
          void it() throws Throwable {
            %s
          }
        }
        """
            .formatted(body);
    return TestLanguage.look("A.java", compiled(Map.of("ATest.java", source)), Set.of()).stream()
        .map(finding -> finding.values().getFirst())
        .toList();
  }

  @Test
  void the_tests_of_the_strategies_shipped_name_nothing_else() throws Exception {
    Map<String, String> sources = new TreeMap<>();
    Set<String> strategies = new java.util.TreeSet<>();
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        sources.put(name, Files.readString(file));
        strategies.add("sorte.strategies." + name.replace("Test.java", ""));
      }
    }
    assertThat(sources).hasSizeGreaterThanOrEqualTo(8);
    SortedMap<String, byte[]> classes = compiled(sources);
    assertThat(TestLanguage.look("A.java", classes, strategies)).isEmpty();
  }

  @Test
  void what_tests_use_is_let_through() throws Exception {
    assertThat(
            refused(
                """
                record Pair(int a, double b) {}
                Map<String, Pair> pairs = new TreeMap<>();
                for (int i = 0; i < 3; i++) {
                  pairs.put("pair " + i, new Pair(i, Math.sqrt(i)));
                }
                double sum = pairs.values().stream().mapToDouble(Pair::b).sum();
                Assertions.assertThrows(IllegalStateException.class, () -> {
                  throw new IllegalStateException("at " + sum);
                });
                Assertions.assertEquals(List.of("pair 0", "pair 1", "pair 2"), List.copyOf(pairs.keySet()));
                """))
        .isEmpty();
  }

  @Test
  void what_reaches_the_machine_is_refused_by_name() throws Exception {
    assertThat(refused("System.out.println(1);")).contains("java.lang.System");
    assertThat(refused("new java.io.File(\"x\").delete();")).contains("java.io.File");
    assertThat(refused("new ProcessBuilder(\"x\").start();")).contains("java.lang.ProcessBuilder");
    assertThat(refused("Class.forName(\"java.lang.Runtime\");"))
        .contains("java.lang.Class.forName");
    assertThat(
            refused(
                "java.util.function.Function<Object, Object> f = o -> o.getClass().getMethods();"))
        .contains("java.lang.Class.getMethods");
    assertThat(refused("java.lang.invoke.MethodHandles.lookup().findClass(\"java.lang.Runtime\");"))
        .contains("java.lang.invoke.MethodHandles.lookup");
    assertThat(refused("new Thread(() -> {}).start();")).contains("java.lang.Thread");
    assertThat(refused("new Scanner(\"x\");")).contains("java.util.Scanner");
  }
}
