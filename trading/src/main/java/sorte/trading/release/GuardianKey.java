package sorte.trading.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// The guardian's public key: the only one whose word counts here.
public final class GuardianKey {
  private final PublicKey key;
  private final String id;

  private GuardianKey(PublicKey key, String id) {
    this.key = key;
    this.id = id;
  }

  public static GuardianKey of(PublicKey key) {
    if (!key.getAlgorithm().equals("Ed25519") && !key.getAlgorithm().equals("EdDSA")) {
      throw new IllegalArgumentException(
          "the guardian's key is Ed25519, was " + key.getAlgorithm());
    }
    return new GuardianKey(key, idOf(key));
  }

  /// The key in `guardian.pub`: the base64 of its X.509 form, on lines of its own, with or without
  /// PEM's first and last line.
  public static GuardianKey read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    StringBuilder base64 = new StringBuilder();
    text.lines().filter(line -> !line.startsWith("-----")).forEach(l -> base64.append(l.strip()));
    try {
      byte[] der = Base64.getDecoder().decode(base64.toString());
      return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " holds no Ed25519 public key; restore it from a backup", e);
    }
  }

  /// The first 16 hexadecimal digits of the SHA-256 of the key's X.509 form.
  public String id() {
    return id;
  }

  /// The name of a key, as attestations carry it.
  public static String idOf(PublicKey key) {
    return Digest.sha256(key.getEncoded()).substring(0, 16);
  }

  boolean signed(byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false; // a signature that cannot even be read verifies nothing
    }
  }

  /// SHA-256 in lower-case hexadecimal digits.
  public static final class Digest {
    private Digest() {}

    public static String sha256(byte[] bytes) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
