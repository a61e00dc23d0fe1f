package sorte.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.meter.Weaver;
import sorte.trading.release.ReleaseLoader;

/// Shipped strategies as releases: metered by the guardian's weaver, each in a loader of its own.
final class Woven {
  private Woven() {}

  static ReleaseLoader.Metered of(Class<?> strategy) {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    List<Class<?>> all = new ArrayList<>(List.of(strategy.getDeclaredClasses()));
    all.add(strategy);
    for (Class<?> type : all) {
      classes.put(type.getName(), bytes(type));
    }
    return ReleaseLoader.load(Weaver.weave(classes), strategy.getName());
  }

  private static byte[] bytes(Class<?> type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no class at " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
