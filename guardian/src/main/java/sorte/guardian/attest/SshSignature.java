package sorte.guardian.attest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Signatures in OpenSSH's form (PROTOCOL.sshsig), namespace `git`, as `git verify-commit` reads
/// them. See docs/adr/0031.
public final class SshSignature {
  private static final String MAGIC = "SSHSIG";
  private static final String NAMESPACE = "git";
  private static final String TYPE = "ssh-ed25519";
  private static final String HASH = "sha512";
  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final int LINE = 70;
  private static final int SIGNATURE = 64;

  private SshSignature() {}

  /// The armoured signature of `content`.
  public static String of(SigningKey key, byte[] content) {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    raw(blob, ascii(MAGIC));
    raw(blob, ByteBuffer.allocate(4).putInt(1).array());
    text(blob, publicKey(key.raw()));
    text(blob, ascii(NAMESPACE));
    text(blob, new byte[0]);
    text(blob, ascii(HASH));
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    text(signature, ascii(TYPE));
    text(signature, key.sign(toSign(content)));
    text(blob, signature.toByteArray());
    String base64 =
        Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(blob.toByteArray());
    return BEGIN + "\n" + base64 + "\n" + END;
  }

  /// The raw Ed25519 signature within an armoured one whose everything else is as [#of] makes it
  /// for this key; empty otherwise.
  static Optional<byte[]> signature(String armoured, byte[] rawKey) {
    String[] lines = armoured.strip().split("\n", -1);
    if (lines.length < 3 || !lines[0].equals(BEGIN) || !lines[lines.length - 1].equals(END)) {
      return Optional.empty();
    }
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    raw(expected, ascii(MAGIC));
    raw(expected, ByteBuffer.allocate(4).putInt(1).array());
    text(expected, publicKey(rawKey));
    text(expected, ascii(NAMESPACE));
    text(expected, new byte[0]);
    text(expected, ascii(HASH));
    byte[] head = expected.toByteArray();
    try {
      String base64 = String.join("", Arrays.asList(lines).subList(1, lines.length - 1));
      byte[] blob = Base64.getDecoder().decode(base64);
      int inner = 4 + TYPE.length() + 4 + SIGNATURE;
      boolean shaped =
          blob.length == head.length + 4 + inner
              && Arrays.equals(head, Arrays.copyOf(blob, head.length));
      return shaped
          ? Optional.of(Arrays.copyOfRange(blob, blob.length - SIGNATURE, blob.length))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // not base64: not a signature
    }
  }

  /// What is really signed: the content by its SHA-512, within the namespace.
  static byte[] toSign(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    raw(out, ascii(MAGIC));
    text(out, ascii(NAMESPACE));
    text(out, new byte[0]);
    text(out, ascii(HASH));
    try {
      text(out, MessageDigest.getInstance("SHA-512").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
    return out.toByteArray();
  }

  /// A public key on SSH's wire.
  static byte[] publicKey(byte[] rawKey) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, ascii(TYPE));
    text(out, rawKey);
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void text(ByteArrayOutputStream out, byte[] bytes) {
    raw(out, ByteBuffer.allocate(4).putInt(bytes.length).array());
    raw(out, bytes);
  }

  private static void raw(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
