package sorte.guardian.attest;

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
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey;

/// The guardian's Ed25519 key: made at the first start, readable by its owner alone.
public final class SigningKey {

  /// Whom commits are signed as, in `allowed_signers`.
  public static final String PRINCIPAL = "guardian@sorte";

  private static final int RAW_KEY = 32;

  /// The X.509 form of an Ed25519 key has one length.
  private static final int X509_LENGTH = 12 + RAW_KEY;

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /// The key of `home`, made where there is none.
  public static SigningKey of(Home home) throws IOException {
    Path file = home.guardianKeys().resolve("signing.key");
    try {
      if (!Files.exists(file)) {
        if (Files.exists(home.publicKey()) || Files.exists(TransparencyLog.file(home))) {
          throw new IOException(
              file + " is missing in a home that was signed with it; restore it from a backup");
        }
        make(home, file);
      }
      byte[] der =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      int secretLength = der.length - X509_LENGTH;
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      SigningKey key =
          new SigningKey(
              keys.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOf(der, secretLength))),
              keys.generatePublic(
                  new X509EncodedKeySpec(Arrays.copyOfRange(der, secretLength, der.length))));
      key.publish(home);
      return key;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " holds no signing key; restore it from a backup", e);
    }
  }

  private static void make(Home home, Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] secret = pair.getPrivate().getEncoded();
    byte[] open = pair.getPublic().getEncoded();
    byte[] both = Arrays.copyOf(secret, secret.length + open.length);
    System.arraycopy(open, 0, both, secret.length, open.length);
    var owner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(home.guardian());
    if (!Files.isDirectory(home.guardianKeys())) {
      Files.createDirectory(home.guardianKeys(), PosixFilePermissions.asFileAttribute(owner));
    }
    Path draft = file.resolveSibling("signing.key.part");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Base64.getEncoder().encodeToString(both) + "\n");
    WholeFile.force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void publish(Home home) throws IOException {
    String der = Base64.getMimeEncoder().encodeToString(open.getEncoded());
    written(
        home.publicKey(), "-----BEGIN PUBLIC KEY-----\n" + der + "\n-----END PUBLIC KEY-----\n");
    String ssh = Base64.getEncoder().encodeToString(SshSignature.publicKey(raw()));
    written(
        home.root().resolve("allowed_signers"),
        PRINCIPAL + " namespaces=\"git\" ssh-ed25519 " + ssh + "\n");
  }

  private static void written(Path file, String text) throws IOException {
    WholeFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  public GuardianKey guardianKey() {
    return GuardianKey.of(open);
  }

  PublicKey open() {
    return open;
  }

  /// The 32 bytes of the public key.
  public byte[] raw() {
    byte[] encoded = open.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
  }

  /// A signature; deterministic, as Ed25519's are.
  public byte[] sign(byte[] content) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(content);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK signs with Ed25519", e);
    }
  }

  /// Whether `signature` is one of `key` over `content`.
  static boolean signed(PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false; // a signature that cannot be read verifies nothing
    }
  }

  /// The public key in `guardian.pub`.
  static PublicKey published(Home home) throws IOException {
    StringBuilder base64 = new StringBuilder();
    for (String line : Files.readAllLines(home.publicKey(), StandardCharsets.US_ASCII)) {
      if (!line.startsWith("-----")) {
        base64.append(line.strip());
      }
    }
    try {
      byte[] der = Base64.getDecoder().decode(base64.toString());
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(home.publicKey() + " holds no Ed25519 key", e);
    }
  }
}
