package sorte.trading.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of one copy of a release. It sees strategy-api, its own classes, a meter of its own,
/// and of the JDK what the guardian let through (`java.base`); nothing of the trader.
public final class ReleaseLoader extends ClassLoader {

  /// The class that woven code pays.
  public static final String METER = "sorte.meter.Meter";

  private static final String FUEL_SPENT = "sorte.meter.FuelSpent";

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  private ReleaseLoader(Map<String, byte[]> classes) {
    super("release", new ApiOnly(ReleaseLoader.class.getClassLoader()));
    this.classes = new HashMap<>(classes);
    this.classes.put(METER, template(METER));
    this.classes.put(FUEL_SPENT, template(FUEL_SPENT));
  }

  /// A loaded class with the meter of its loader. No initialiser of the class has run yet.
  public record Metered(Class<?> type, MeterControl meter) {}

  /// Loads `className` out of `classes` into a new loader with a new meter.
  ///
  /// @throws LinkageError when the classes do not hold together, or one bears a name of ours
  public static Metered load(Map<String, byte[]> classes, String className) {
    return load(classes, className, MeterControl.DECISION_FUEL, MeterControl.LIFE_FUEL);
  }

  /// The same with a budget of the caller's.
  public static Metered load(
      Map<String, byte[]> classes, String className, long decisionFuel, long lifeFuel) {
    for (String name : classes.keySet()) {
      if (name.startsWith("sorte.meter.")
          || name.equals("sorte.strategy")
          || name.startsWith("sorte.strategy.")
          || name.startsWith("java.")) {
        throw new LinkageError("an artefact may not bring a class named " + name);
      }
    }
    ReleaseLoader loader = new ReleaseLoader(classes);
    try {
      MeterControl meter =
          MeterControl.of(loader.loadClass(METER), decisionFuel, lifeFuel, pays(classes));
      return new Metered(Class.forName(className, false, loader), meter);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("the artefact has no class " + e.getMessage(), e);
    }
  }

  /// Whether anything in these classes names the meter. What was proved bounded carries none.
  private static boolean pays(Map<String, byte[]> classes) {
    String name = METER.replace('.', '/');
    return classes.values().stream()
        .anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(name));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] template(String name) {
    String resource = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = ReleaseLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new LinkageError("the meter's template is missing: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Shows strategy-api and the JDK's own classes, and nothing else; no resource at all.
  private static final class ApiOnly extends ClassLoader {
    private final ClassLoader ours;

    ApiOnly(ClassLoader ours) {
      super("strategy-api", ClassLoader.getPlatformClassLoader());
      this.ours = ours;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("sorte.strategy.")) {
        return ours.loadClass(name);
      }
      if (name.startsWith("java.lang.") || name.startsWith("java.util.")) {
        return super.loadClass(name, resolve);
      }
      throw new ClassNotFoundException(name);
    }

    @Override
    public java.net.@Nullable URL getResource(String name) {
      return null;
    }
  }
}
