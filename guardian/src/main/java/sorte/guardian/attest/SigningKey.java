package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey;

/// The guardian's Ed25519 key. Made at the first start, in a file of mode 0600; its public half
/// stands in the home for everybody. Ed25519 signatures are deterministic: the same content signed
/// again is the same signature.
public final class SigningKey {
  private static final String FILE = "signing.json";
  private static final int RAW_PUBLIC_KEY = 32;

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /// The key of `home`, made where there is none. A home whose public key is another's is refused.
  public static SigningKey of(Home home) throws IOException {
    Path file = home.guardianKeys().resolve(FILE);
    SigningKey key = Files.exists(file) ? read(file) : make(file);
    if (Files.exists(home.publicKey())) {
      GuardianKey published = GuardianKey.read(home.publicKey());
      if (!published.id().equals(key.id())) {
        throw new IOException(
            "%s is key %s, but the guardian's own is %s; restore one of them from a backup"
                .formatted(home.publicKey(), published.id(), key.id()));
      }
    } else {
      whole(home.publicKey(), pem(key.open), "rw-r--r--");
    }
    whole(signers(home), SshSignature.allowedSigner(key), "rw-r--r--");
    return key;
  }

  /// The file that tells git whose signatures are good.
  public static Path signers(Home home) {
    return home.root().resolve("allowed_signers");
  }

  public byte[] sign(byte[] content) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(content);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with Ed25519", e);
    }
  }

  public PublicKey publicKey() {
    return open;
  }

  public String id() {
    return GuardianKey.idOf(open);
  }

  /// The 32 bytes of the public key.
  static byte[] raw(PublicKey key) {
    byte[] der = key.getEncoded();
    return Arrays.copyOfRange(der, der.length - RAW_PUBLIC_KEY, der.length);
  }

  private static SigningKey make(Path file) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Base64.Encoder base64 = Base64.getEncoder();
      whole(
          file,
          Json.line(
              Json.object()
                  .put("version", 1)
                  .put("algorithm", "Ed25519")
                  .put("private", base64.encodeToString(pair.getPrivate().getEncoded()))
                  .put("public", base64.encodeToString(pair.getPublic().getEncoded()))),
          "rw-------");
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes Ed25519 keys", e);
    }
  }

  private static SigningKey read(Path file) throws IOException {
    try {
      JsonNode json = Json.read(Files.readString(file));
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      Base64.Decoder base64 = Base64.getDecoder();
      return new SigningKey(
          factory.generatePrivate(
              new PKCS8EncodedKeySpec(base64.decode(Json.text(json, "private")))),
          factory.generatePublic(new X509EncodedKeySpec(base64.decode(Json.text(json, "public")))));
    } catch (GeneralSecurityException | IllegalArgumentException | DoorError e) {
      throw new IOException(
          file + " does not hold the guardian's key; restore it from a backup", e);
    }
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /// Writes a file whole, or leaves what was there.
  private static void whole(Path file, String text, String mode) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      out.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
