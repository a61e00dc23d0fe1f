package sorte.guardian.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The folder that children read: four jars packed from our own class path, under a name that is
/// their digest, so that it is the same from one start to the next. Nothing else of Sorte is in a
/// child's reach.
///
/// @param folder the folder; children may read all of it
/// @param empty an empty folder that nobody writes, where children stand
record ChildClassPath(Path folder, Path empty) {

  static final String MODULE = "sorte.guardian.child";
  static final String API = "api.jar";
  static final String ENGINE = "engine.jar";
  static final String JUPITER = "jupiter.jar";
  private static final String CHILD = "child.jar";
  private static final String START_UP = "start-up.aot";

  private static final List<String> JUNIT =
      List.of(
          "org/junit/jupiter/api/Test.class",
          "org/junit/jupiter/engine/JupiterTestEngine.class",
          "org/junit/platform/launcher/Launcher.class",
          "org/junit/platform/engine/TestEngine.class",
          "org/junit/platform/commons/JUnitException.class",
          "org/opentest4j/AssertionFailedError.class");

  /// Annotations that JUnit's classes bear; the compiler only warns without them.
  private static final List<String> ANNOTATIONS =
      List.of("org/apiguardian/api/API.class", "org/jspecify/annotations/NullMarked.class");

  /// Packs the jars below `cache`, or below the system's folder for temporary files when children
  /// run under another user to whom `cache` is closed.
  static ChildClassPath stage(Path cache, boolean otherUser) throws IOException {
    Path folder = StagedFolder.put(cache, otherUser, "child-", pack());
    return new ChildClassPath(folder, folder.resolve("empty"));
  }

  private static SortedMap<String, byte[]> pack() throws IOException {
    SortedMap<String, byte[]> jars = new TreeMap<>();
    jars.put(
        CHILD,
        ChildJar.module(MODULE)
            .add(
                "sorte/guardian/child/Child.class",
                List.of("sorte/guardian/child/", "sorte/guardian/sandbox/"))
            .bytes());
    jars.put(
        API,
        ChildJar.plain().add("sorte/strategy/Strategy.class", List.of("sorte/strategy/")).bytes());
    jars.put(
        ENGINE,
        ChildJar.plain()
            .add(
                "sorte/trading/release/ReleaseLoader.class",
                List.of("sorte/trading/release/", "sorte/meter/"))
            .bytes());
    ChildJar jupiter = ChildJar.plain();
    List<String> prefixes = List.of("org/", "META-INF/services/org.junit.");
    for (String landmark : JUNIT) {
      jupiter.add(landmark, prefixes);
    }
    for (String landmark : ANNOTATIONS) {
      if (ChildClassPath.class.getClassLoader().getResource(landmark) != null) {
        jupiter.add(landmark, List.of(landmark.substring(0, landmark.lastIndexOf('/') + 1)));
      }
    }
    jars.put(JUPITER, jupiter.bytes());
    return jars;
  }

  /// Where the children's start-up cache stands, if there is one.
  Path startUp() {
    return folder.resolve(START_UP);
  }

  /// The command line of the analysers' process: the same module, their jars, the strategy API.
  ///
  /// @param jars all of the folder that they are in
  List<String> javaOfAnalysers(List<Path> jars) {
    StringBuilder path = new StringBuilder(folder.resolve(API).toString());
    jars.forEach(jar -> path.append(':').append(jar));
    return List.of(
        "--module-path",
        folder.resolve(CHILD).toString(),
        "--enable-native-access=" + MODULE,
        "--add-modules",
        "java.desktop,java.sql,java.xml,java.logging,jdk.zipfs",
        "-cp",
        path.toString(),
        "-m",
        MODULE + "/" + AnalyserChild.class.getName());
  }

  /// The command line after the confining flags, up to and with the main class. The child's own
  /// module is the only one that may call the kernel; what it judges stands on the class path.
  List<String> java(String mainClass) {
    return List.of(
        "--module-path",
        folder.resolve(CHILD).toString(),
        "--enable-native-access=" + MODULE,
        "--add-modules",
        "java.compiler,jdk.compiler,java.logging,java.management,jdk.management,jdk.zipfs",
        "-cp",
        folder.resolve(API) + ":" + folder.resolve(ENGINE) + ":" + folder.resolve(JUPITER),
        "-m",
        MODULE + "/" + mainClass);
  }
}
