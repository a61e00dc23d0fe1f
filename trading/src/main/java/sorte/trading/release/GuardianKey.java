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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The guardian's public keys: the only ones whose word counts here. Ed25519 signs everything;
/// ML-DSA-65 signs beside it what is let near money, so that neither broken alone lets anything in.
public final class GuardianKey {

  /// The second algorithm, as the JDK names it.
  public static final String SECOND = "ML-DSA-65";

  private static final String FIRST = "Ed25519";
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  private final PublicKey key;
  private final Optional<PublicKey> second;
  private final String id;

  private GuardianKey(PublicKey key, Optional<PublicKey> second) {
    this.key = key;
    this.second = second;
    this.id = idOf(key);
  }

  public static GuardianKey of(PublicKey key, PublicKey second) {
    return of(key, Optional.of(second));
  }

  private static GuardianKey of(PublicKey key, Optional<PublicKey> second) {
    if (!key.getAlgorithm().equals(FIRST) && !key.getAlgorithm().equals("EdDSA")) {
      throw new IllegalArgumentException(
          "the guardian's first key is Ed25519, was " + key.getAlgorithm());
    }
    if (second.isPresent() && !second.get().getAlgorithm().equals("ML-DSA")) {
      throw new IllegalArgumentException(
          "the guardian's second key is ML-DSA, was " + second.get().getAlgorithm());
    }
    return new GuardianKey(key, second);
  }

  /// The keys in `guardian.pub`: X.509 forms in PEM, Ed25519 first, ML-DSA-65 behind it. A home of
  /// before ADR 0088 has the first alone.
  public static GuardianKey read(Path file) throws IOException {
    List<byte[]> blocks = blocks(Files.readString(file, StandardCharsets.US_ASCII), file);
    try {
      PublicKey first = key(FIRST, blocks.getFirst());
      return of(
          first, blocks.size() > 1 ? Optional.of(key(SECOND, blocks.get(1))) : Optional.empty());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " holds no Ed25519 public key; restore it from a backup", e);
    }
  }

  private static PublicKey key(String algorithm, byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
  }

  private static List<byte[]> blocks(String text, Path file) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    StringBuilder base64 = new StringBuilder();
    boolean inside = false;
    try {
      for (String line : text.lines().toList()) {
        if (line.equals(BEGIN) && !inside) {
          inside = true;
        } else if (line.equals(END) && inside) {
          blocks.add(Base64.getDecoder().decode(base64.toString()));
          base64.setLength(0);
          inside = false;
        } else if (inside) {
          base64.append(line.strip());
        } else {
          throw new IllegalArgumentException("words outside a key");
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " holds no public key; restore it from a backup", e);
    }
    if (inside || blocks.isEmpty() || blocks.size() > 2) {
      throw new IOException(file + " holds no public key; restore it from a backup");
    }
    return blocks;
  }

  /// The text of `guardian.pub`.
  public String pem() {
    return second.map(other -> block(key) + block(other)).orElseGet(() -> block(key));
  }

  private static String block(PublicKey key) {
    String der = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return BEGIN + "\n" + der + "\n" + END + "\n";
  }

  /// The first 16 hexadecimal digits of the SHA-256 of the Ed25519 key's X.509 form.
  public String id() {
    return id;
  }

  /// The same of the ML-DSA key; empty where there is none.
  public Optional<String> secondId() {
    return second.map(GuardianKey::idOf);
  }

  /// The Ed25519 key.
  public PublicKey first() {
    return key;
  }

  /// The name of a key, as attestations carry it.
  public static String idOf(PublicKey key) {
    return Digest.sha256(key.getEncoded()).substring(0, 16);
  }

  /// Whether `signature` is one of the Ed25519 key over `content`.
  public boolean signed(byte[] content, byte[] signature) {
    return verifies(FIRST, key, content, signature);
  }

  /// The same of the ML-DSA key; never where there is none.
  boolean signedToo(byte[] content, byte[] signature) {
    return second.isPresent() && verifies(SECOND, second.get(), content, signature);
  }

  private static boolean verifies(
      String algorithm, PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
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
