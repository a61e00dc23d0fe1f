package sorte.guardian.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-xr-x");

  /// Packs the jars below `cache`, or below the system's folder for temporary files when children
  /// run under another user to whom `cache` is closed.
  static ChildClassPath stage(Path cache, boolean otherUser) throws IOException {
    SortedMap<String, byte[]> jars = pack();
    Path root = root(cache, otherUser);
    Path folder = root.resolve("child-" + digest(jars));
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      write(root, folder, jars);
    }
    ours(folder);
    for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
      Path file = folder.resolve(jar.getKey());
      if (!Arrays.equals(Files.readAllBytes(file), jar.getValue())) {
        throw new IOException(file + " is not what was put there; remove " + folder);
      }
    }
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

  private static Path root(Path cache, boolean otherUser) throws IOException {
    Path own = Files.createDirectories(cache).toRealPath();
    if (!otherUser || openToAll(own)) {
      return own;
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    Path root = temporary.resolve("sorte-children-" + System.getProperty("user.name"));
    try {
      Files.createDirectory(root, PosixFilePermissions.asFileAttribute(FOLDER));
    } catch (FileAlreadyExistsException _) {
      ours(root);
    }
    Files.setPosixFilePermissions(root, FOLDER);
    return root;
  }

  private static boolean openToAll(Path folder) throws IOException {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /// A folder that another user made, or may write, is not used.
  private static void ours(Path folder) throws IOException {
    boolean real = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    Object owner = real ? Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS) : -1;
    Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    Set<PosixFilePermission> rights = real ? Files.getPosixFilePermissions(folder) : Set.of();
    if (!real
        || !owner.equals(me)
        || rights.contains(PosixFilePermission.OTHERS_WRITE)
        || rights.contains(PosixFilePermission.GROUP_WRITE)) {
      throw new IOException(folder + " is not a folder of ours alone; remove it");
    }
  }

  private static void write(Path root, Path folder, SortedMap<String, byte[]> jars)
      throws IOException {
    Path making = Files.createTempDirectory(root, "making-");
    for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
      Path file = Files.write(making.resolve(jar.getKey()), jar.getValue());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Path empty = Files.createDirectory(making.resolve("empty"));
    Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("r-xr-xr-x"));
    Files.setPosixFilePermissions(making, FOLDER);
    try {
      Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // another process was first: what it put there is compared like our own
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      Files.setPosixFilePermissions(empty, FOLDER);
      Files.delete(empty);
      for (String jar : jars.keySet()) {
        Files.delete(making.resolve(jar));
      }
      Files.delete(making);
    }
  }

  private static String digest(SortedMap<String, byte[]> jars) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      jars.forEach((name, bytes) -> {
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
      });
      sha.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where the children's start-up cache stands, if there is one.
  Path startUp() {
    return folder.resolve(START_UP);
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
