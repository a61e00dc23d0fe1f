package sorte.trading.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.market.MarketSpec;
import sorte.trading.release.GuardianKey;

/// A home with a guardian's key of its own, a market, and a store into which tests put releases.
public final class TestHome {
  private final Home home;
  private final KeyPair keys;

  private TestHome(Home home, KeyPair keys) {
    this.home = home;
    this.keys = keys;
  }

  public static TestHome at(Path root, MarketSpec market, String pace) {
    try {
      Home home = Home.opened(root);
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Files.writeString(
          home.publicKey(), Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
      Files.writeString(home.config(), "{\"market.pace\":\"" + pace + "\"}");
      market.write(home.marketFile());
      return new TestHome(home, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
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
    write(home.storeAttestation(sha), attestation(sha, classes[0].getName(), change, keys));
    return sha;
  }

  public static byte[] attestation(String sha, String className, String change, KeyPair keys) {
    var payload =
        Json.object()
            .put("version", 1)
            .put("artifact", sha)
            .put("strategy", "test")
            .put("className", className)
            .put("api", "1")
            .put("change", change)
            .put("verdict", "approved")
            .put("judgedAt", "2026-01-01T00:00:00Z");
    payload.putObject("sources");
    payload.putArray("gates");
    return signed(Json.bytes(payload), keys);
  }

  public static byte[] signed(byte[] payload, KeyPair keys) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(keys.getPrivate());
      signer.update(payload);
      return Json.bytes(
          Json.object()
              .put("payload", Base64.getEncoder().encodeToString(payload))
              .put("signature", Base64.getEncoder().encodeToString(signer.sign()))
              .put("key", GuardianKey.idOf(keys.getPublic())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public KeyPair keys() {
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
