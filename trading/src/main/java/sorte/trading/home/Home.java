package sorte.trading.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where each thing of one Sorte lies. One writer for each; see docs/ARCHITECTURE.md, "The home".
public record Home(Path root) {

  /// The format that this build reads and writes.
  public static final int FORMAT = 1;

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  public static Home at(Path root) {
    return new Home(root);
  }

  /// The home at `root`, made if it is not there, for its owner alone.
  ///
  /// @throws NewerHome when a later Sorte made it
  public static Home opened(Path root) throws IOException {
    Home home = at(root);
    makePrivate(home.root);
    Path version = home.root.resolve("VERSION");
    if (!Files.exists(version)) {
      Files.writeString(version, FORMAT + "\n");
    }
    String found = Files.readString(version).strip();
    if (!found.equals(Integer.toString(FORMAT))) {
      throw new NewerHome(home.root, found);
    }
    return home;
  }

  private static void makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  public Path config() {
    return root.resolve("config.json");
  }

  /// The settings' versions.
  public Path settings() {
    return root.resolve("settings");
  }

  public Path lock() {
    return root.resolve("lock");
  }

  public Path run() {
    return root.resolve("run");
  }

  /// Where a process tells its door: each has a folder that it alone writes.
  public Path run(String process) {
    return run().resolve(process);
  }

  /// Address and token of a process: `run/<process>/door.json`.
  public Path doorFile(String process) {
    return run(process).resolve("door.json");
  }

  /// Where a process of an earlier build told its door; one may still be running.
  public Path earlierDoorFile(String process) {
    return run().resolve(process + ".json");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /// What market this home trades: `market/market.json`.
  public Path marketFile() {
    return root.resolve("market/market.json");
  }

  /// The bars recorded before the first live one.
  public Path history() {
    return root.resolve("market/history.csv");
  }

  /// The store of recorded bars.
  public Path marketData() {
    return root.resolve("market-data");
  }

  public Path feed() {
    return root.resolve("feed");
  }

  /// The exchange's bars, in order, as the feed wrote them down.
  public Path feedLog() {
    return feed().resolve("bars.log");
  }

  /// The strategies' git repository of record, bare.
  public Path repository() {
    return root.resolve("repository");
  }

  public Path store() {
    return root.resolve("store");
  }

  public Path storeArtifact(String sha256) {
    return store().resolve("artifacts").resolve(checked(sha256) + ".jar");
  }

  public Path storeAttestation(String sha256) {
    return store().resolve("attestations").resolve(checked(sha256) + ".json");
  }

  /// What the guardian took its word back from.
  public Path storeRevocations() {
    return store().resolve("revoked.json");
  }

  public Path guardian() {
    return root.resolve("guardian");
  }

  public Path guardianKeys() {
    return guardian().resolve("keys");
  }

  public Path guardianLog() {
    return guardian().resolve("log");
  }

  public Path publicKey() {
    return root.resolve("guardian.pub");
  }

  public Path trader() {
    return root.resolve("trader");
  }

  /// While it is there, the trader is halted; anybody who may write the home may put it there.
  public Path haltFile() {
    return root.resolve("HALT");
  }

  /// When the owner last gave a sign.
  public Path heartbeat() {
    return trader().resolve("heartbeat");
  }

  public Path journal() {
    return trader().resolve("journal");
  }

  public Path commander() {
    return root.resolve("commander");
  }

  public Path changesLog() {
    return commander().resolve("changes.log");
  }

  public Path lessonsLog() {
    return commander().resolve("lessons.log");
  }

  public Path mind() {
    return root.resolve("mind");
  }

  /// A digest becomes part of a path, so only a digest will do.
  private static String checked(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "a digest is 64 lower-case hexadecimal digits, was: "
              + sha256.substring(0, Math.min(80, sha256.length())));
    }
    return sha256;
  }
}
