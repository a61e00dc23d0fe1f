package sorte.guardian.attest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import sorte.trading.home.Home;
import sorte.trading.release.Envelope;
import sorte.trading.release.GuardianKey;

/// The guardian's two keys, made at the first start, readable by their owner alone: Ed25519 for all
/// it signs, ML-DSA-65 beside it for attestations and revocations.
public final class SigningKey {

  /// Whom commits are signed as, in `allowed_signers`.
  public static final String PRINCIPAL = "guardian@sorte";

  private static final String FIRST = "Ed25519";
  private static final int RAW_KEY = 32;

  private final PrivateKey secret;
  private final PrivateKey secondSecret;
  private final GuardianKey open;

  private SigningKey(KeyPair first, KeyPair second) {
    this.secret = first.getPrivate();
    this.secondSecret = second.getPrivate();
    this.open = GuardianKey.of(first.getPublic(), second.getPublic());
  }

  /// The keys of `home`, made where there are none; the second one also where a home of before ADR
  /// 0088 has the first alone.
  public static SigningKey of(Home home) throws IOException {
    boolean published = Files.exists(home.publicKey());
    boolean used = published || Files.exists(TransparencyLog.file(home));
    boolean twice = published && GuardianKey.read(home.publicKey()).secondId().isPresent();
    KeyPair first = pair(home, "signing.key", FIRST, used);
    KeyPair second = pair(home, "ml-dsa.key", GuardianKey.SECOND, twice);
    SigningKey key = new SigningKey(first, second);
    key.publish(home);
    return key;
  }

  private static KeyPair pair(Home home, String name, String algorithm, boolean used)
      throws IOException {
    Path file = home.guardianKeys().resolve(name);
    try {
      if (!Files.exists(file)) {
        if (used) {
          throw new IOException(
              file + " is missing in a home that was signed with it; restore it from a backup");
        }
        make(home, file, algorithm);
      }
      byte[] der =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      int secretLength = lengthOfFirst(der);
      KeyFactory keys = KeyFactory.getInstance(algorithm);
      return new KeyPair(
          keys.generatePublic(
              new X509EncodedKeySpec(Arrays.copyOfRange(der, secretLength, der.length))),
          keys.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOf(der, secretLength))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " holds no signing key; restore it from a backup", e);
    }
  }

  /// How long the DER value is that `der` begins with: the secret key; the open one is behind it.
  private static int lengthOfFirst(byte[] der) {
    if (der.length < 4) {
      throw new IllegalArgumentException("too short");
    }
    int said = der[1] & 0xff;
    return switch (said) {
      case 0x81 -> 3 + (der[2] & 0xff);
      case 0x82 -> 4 + ((der[2] & 0xff) << 8 | (der[3] & 0xff));
      default -> 2 + said;
    };
  }

  private static void make(Home home, Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    byte[] secret = pair.getPrivate().getEncoded();
    byte[] open = pair.getPublic().getEncoded();
    byte[] both = Arrays.copyOf(secret, secret.length + open.length);
    System.arraycopy(open, 0, both, secret.length, open.length);
    Files.createDirectories(home.guardian());
    if (!Files.isDirectory(home.guardianKeys())) {
      Files.createDirectory(
          home.guardianKeys(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Base64.getEncoder().encodeToString(both) + "\n");
    WholeFile.force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void publish(Home home) throws IOException {
    written(home.publicKey(), open.pem());
    String ssh = Base64.getEncoder().encodeToString(SshSignature.publicKey(raw()));
    written(
        home.root().resolve("allowed_signers"),
        PRINCIPAL + " namespaces=\"git\" ssh-ed25519 " + ssh + "\n");
  }

  /// A file that says this already is left as it is: others read it by what it was when they began.
  private static void written(Path file, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    if (!Files.exists(file) || !Arrays.equals(wanted, Files.readAllBytes(file))) {
      WholeFile.write(file, wanted);
    }
  }

  public GuardianKey guardianKey() {
    return open;
  }

  /// The 32 bytes of the Ed25519 public key.
  public byte[] raw() {
    byte[] encoded = open.first().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
  }

  /// A signature with Ed25519; deterministic, as Ed25519's are.
  public byte[] sign(byte[] content) {
    return sign(FIRST, secret, content);
  }

  /// The payload in an envelope with both signatures.
  ObjectNode sealed(String type, byte[] payload) {
    byte[] content = Envelope.toSign(type, payload);
    return Envelope.of(
        type, payload, open, sign(content), sign(GuardianKey.SECOND, secondSecret, content));
  }

  private static byte[] sign(String algorithm, PrivateKey key, byte[] content) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(content);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK signs with " + algorithm, e);
    }
  }
}
