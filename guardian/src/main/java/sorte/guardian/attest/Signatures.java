package sorte.guardian.attest;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/// Plain Ed25519 verification.
final class Signatures {
  private Signatures() {}

  /// Whether `signature` is `key`'s of `content`; what cannot be read is not.
  static boolean good(PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
