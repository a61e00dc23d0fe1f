package sorte.trading.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sorte.trading.home.Home;

/// Takes releases out of the store, believing nothing but the guardian's signature: the key is read
/// at every load, the artefact's digest is computed from the very bytes that are then defined.
public final class Store {
  private final Home home;

  public Store(Home home) {
    this.home = home;
  }

  /// What loading came to.
  public sealed interface Loading {
    record Loaded(Release release) implements Loading {}

    /// @param code `not-there`, `not-attested`, `altered`, `does-not-load`
    record Refused(String code, String reason) implements Loading {}
  }

  /// One new copy of the release whose artefact has this digest.
  public Loading load(String artifact) {
    if (!artifact.matches("[0-9a-f]{64}")) {
      return new Loading.Refused("not-there", "an artefact is named by its SHA-256: " + artifact);
    }
    try {
      GuardianKey guardian = GuardianKey.read(home.publicKey());
      byte[] jar = bytes(home.storeArtifact(artifact));
      byte[] json = bytes(home.storeAttestation(artifact));
      return switch (Attestation.read(json, guardian)) {
        case Attestation.Reading.Refused(String reason) ->
            new Loading.Refused("not-attested", reason);
        case Attestation.Reading.Attested(Attestation a) -> define(artifact, jar, a);
      };
    } catch (IOException e) {
      return new Loading.Refused("not-there", String.valueOf(e.getMessage()));
    }
  }

  private static Loading define(String artifact, byte[] jar, Attestation attestation)
      throws IOException {
    String seen = GuardianKey.Digest.sha256(jar);
    if (!seen.equals(artifact) || !attestation.artifact().equals(artifact)) {
      return new Loading.Refused(
          "altered",
          "asked for %s, attested %s, the artefact's bytes give %s"
              .formatted(artifact, attestation.artifact(), seen));
    }
    try {
      ReleaseLoader.Metered metered =
          ReleaseLoader.load(ReleaseClasses.of(jar), attestation.className());
      return new Loading.Loaded(
          new Release(artifact, attestation, metered.type(), metered.meter()));
    } catch (LinkageError e) {
      return new Loading.Refused("does-not-load", String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file.getFileName() + " is not in the store");
    }
    if (Files.size(file) > ReleaseClasses.LARGEST_ARTIFACT) {
      throw new IOException(file.getFileName() + " is larger than any artefact may be");
    }
    return Files.readAllBytes(file);
  }
}
