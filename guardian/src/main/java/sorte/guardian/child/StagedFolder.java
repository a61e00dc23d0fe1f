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
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// A folder of files that children read, under a name that is their digest, so that it is the same
/// from one start to the next; with an empty folder in it where children stand.
final class StagedFolder {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private StagedFolder() {}

  /// Puts the files there where they are not yet; what is there is compared byte by byte.
  static Path put(Path cache, boolean otherUser, String prefix, SortedMap<String, byte[]> files)
      throws IOException {
    Path root = root(cache, otherUser);
    Path folder = root.resolve(prefix + digest(files));
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      write(root, folder, files);
    }
    ours(folder);
    for (Map.Entry<String, byte[]> one : files.entrySet()) {
      Path file = folder.resolve(one.getKey());
      if (!Arrays.equals(Files.readAllBytes(file), one.getValue())) {
        throw new IOException(file + " is not what was put there; remove " + folder);
      }
    }
    return folder;
  }

  /// Where folders of ours lie: below `cache`, or below the system's folder for temporary files
  /// when children run under another user to whom `cache` is closed.
  static Path root(Path cache, boolean otherUser) throws IOException {
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
}
