package sorte.guardian.attest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/// Signatures as `ssh-keygen -Y` makes them and git verifies them (OpenSSH, PROTOCOL.sshsig), over
/// the guardian's key.
public final class SshSignature {
  /// Who signs, as git shows it.
  public static final String PRINCIPAL = "guardian@sorte";

  private static final String NAMESPACE = "git";
  private static final String HASH = "sha512";
  private static final String KEY_TYPE = "ssh-ed25519";
  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final int LINE = 70;

  private SshSignature() {}

  /// The armoured signature of `content`, without a line break at its end.
  public static String of(byte[] content, SigningKey key) {
    byte[] signature = key.sign(signed(content));
    Wire blob = new Wire();
    blob.raw(MAGIC)
        .number(1)
        .bytes(keyBlob(key.publicKey()))
        .text(NAMESPACE)
        .text("")
        .text(HASH)
        .bytes(new Wire().text(KEY_TYPE).bytes(signature).done());
    return BEGIN
        + "\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(blob.done())
        + "\n"
        + END;
  }

  /// Whether `armoured` is a signature of `content` by `key`, and by nobody else. Anything that
  /// cannot be read is not.
  public static boolean verifies(String armoured, byte[] content, PublicKey key) {
    try {
      String text = armoured.strip();
      if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
        return false;
      }
      byte[] blob =
          Base64.getMimeDecoder()
              .decode(text.substring(BEGIN.length(), text.length() - END.length()));
      Wire expected = new Wire();
      expected.raw(MAGIC).number(1).bytes(keyBlob(key)).text(NAMESPACE).text("").text(HASH);
      byte[] head = expected.done();
      if (blob.length < head.length || !Arrays.equals(head, 0, head.length, blob, 0, head.length)) {
        return false;
      }
      ByteBuffer rest = ByteBuffer.wrap(blob, head.length, blob.length - head.length);
      ByteBuffer inner = ByteBuffer.wrap(take(rest));
      if (!new String(take(inner), StandardCharsets.US_ASCII).equals(KEY_TYPE)) {
        return false;
      }
      byte[] signature = take(inner);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(signed(content));
      return verifier.verify(signature);
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | java.nio.BufferUnderflowException _) {
      return false;
    }
  }

  /// The line that makes git trust this key.
  static String allowedSigner(SigningKey key) {
    return PRINCIPAL
        + " namespaces=\"git\" "
        + KEY_TYPE
        + " "
        + Base64.getEncoder().encodeToString(keyBlob(key.publicKey()))
        + "\n";
  }

  private static byte[] signed(byte[] content) {
    return new Wire().raw(MAGIC).text(NAMESPACE).text("").text(HASH).bytes(sha512(content)).done();
  }

  private static byte[] keyBlob(PublicKey key) {
    return new Wire().text(KEY_TYPE).bytes(SigningKey.raw(key)).done();
  }

  private static byte[] take(ByteBuffer buffer) {
    int length = buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      throw new IllegalArgumentException("a length of " + length);
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] sha512(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  /// SSH's wire format: numbers of four bytes, texts behind their length.
  private static final class Wire {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Wire raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Wire number(int value) {
      return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    Wire bytes(byte[] bytes) {
      return number(bytes.length).raw(bytes);
    }

    Wire text(String text) {
      return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] done() {
      return out.toByteArray();
    }
  }
}
