package sorte.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import sorte.strategy.run.StrategyType;

/// The strategies that this build ships, in their jar: imported by nobody, loaded when asked for.
final class ShippedStrategies implements AutoCloseable {
  private static final String SOURCES = "seeds/strategies/src/main/java/";

  private final URLClassLoader loader;
  private final SortedMap<String, String> sources = new TreeMap<>();
  private final SortedMap<String, StrategyType> types = new TreeMap<>();

  private ShippedStrategies(URLClassLoader loader) {
    this.loader = loader;
  }

  static ShippedStrategies of(Path build) throws IOException {
    Path jar = jar(build.resolve("strategies/target"));
    ShippedStrategies shipped =
        new ShippedStrategies(
            new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ShippedStrategies.class.getClassLoader()));
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().startsWith(SOURCES) && entry.getName().endsWith(".java")) {
          try (InputStream in = file.getInputStream(entry)) {
            shipped.add(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return shipped;
  }

  private void add(String entry, String source) throws IOException {
    String name = entry.substring(SOURCES.length(), entry.length() - ".java".length());
    try {
      StrategyType type = StrategyType.of(loader.loadClass(name.replace('/', '.')));
      types.put(type.name(), type);
      sources.put(type.name(), source);
    } catch (ClassNotFoundException e) {
      throw new IOException("the strategies' jar has a source without its class: " + name, e);
    }
  }

  private static Path jar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches("strategies-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar of the strategies in " + target));
    }
  }

  /// By name, such as `ema-cross`.
  SortedMap<String, StrategyType> types() {
    return types;
  }

  /// The source that a name was shipped with.
  String source(String name) {
    return sources.getOrDefault(name, "");
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
