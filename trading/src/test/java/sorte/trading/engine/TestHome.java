package sorte.trading.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sorte.trading.home.Home;
import sorte.trading.market.MarketSpec;
import sorte.trading.release.Admits;
import sorte.trading.release.GuardianKey;
import sorte.trading.release.TestKeys;

/// A home with a guardian's key of its own, a market, and a store into which tests put releases.
public final class TestHome {
  private final Home home;
  private final TestKeys keys;
  private long entries;

  private TestHome(Home home, TestKeys keys) {
    this.home = home;
    this.keys = keys;
  }

  public static TestHome at(Path root, MarketSpec market, String pace) {
    try {
      Home home = Home.opened(root);
      TestKeys keys = TestKeys.made();
      Files.writeString(home.publicKey(), keys.open().pem());
      Files.writeString(home.config(), "{\"market.pace\":\"" + pace + "\"}");
      market.write(home.marketFile());
      return new TestHome(home, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Home home() {
    return home;
  }

  /// Puts these classes into the store, attested, the first being the strategy; gives the digest.
  public String release(String change, Class<?>... classes) throws IOException {
    byte[] jar = jar(List.of(classes));
    String sha = GuardianKey.Digest.sha256(jar);
    write(home.storeArtifact(sha), jar);
    attest(sha, classes[0], change, Admits.CAPITAL);
    return sha;
  }

  /// Attests what is in the store, in the next entry of a log.
  public void attest(String sha, Class<?> strategy, String change, Admits admits)
      throws IOException {
    long entry = entries++;
    write(
        home.storeAttestation(sha),
        keys.attestation(sha, strategy.getName(), change, admits, entry));
    write(home.storeRevocations(), keys.revocations(entries, Map.of()));
  }

  /// Takes back what was attested up to now.
  public void revoke(String sha) throws IOException {
    long entry = entries++;
    write(home.storeRevocations(), keys.revocations(entries, Map.of(sha, entry)));
  }

  public TestKeys keys() {
    return keys;
  }

  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  public static byte[] jar(List<Class<?>> classes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Class<?> type : classes) {
        byte[] bytes = bytes(type);
        ZipEntry entry = new ZipEntry(type.getName().replace('.', '/') + ".class");
        entry.setTime(0);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
      }
    }
    return out.toByteArray();
  }

  public static byte[] bytes(Class<?> type) throws IOException {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
