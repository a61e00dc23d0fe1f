package sorte.trading.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import sorte.trading.home.Home;

/// Takes releases out of the store, believing nothing but the guardian's signatures: the keys are
/// read at every load, the artefact's digest is computed from the very bytes that are then defined.
public final class Store {
  private final Home home;
  private final AtomicLong newestList = new AtomicLong();

  public Store(Home home) {
    this.home = home;
  }

  /// What loading came to.
  public sealed interface Loading {
    record Loaded(Release release) implements Loading {}

    /// @param code `not-there`, `not-attested`, `altered`, `another-slot`, `revoked`, `stale-list`,
    ///   `does-not-load`
    record Refused(String code, String reason) implements Loading {}
  }

  /// One new copy of a release that was admitted before, for whoever goes on with it.
  public Loading load(String artifact) {
    return load(artifact, Optional.empty());
  }

  /// One new copy of a release that is to be let in: what was revoked, or attested for less than is
  /// asked, is refused.
  public Loading admit(String artifact, Admits needed) {
    return load(artifact, Optional.of(needed));
  }

  private Loading load(String artifact, Optional<Admits> needed) {
    if (!artifact.matches("[0-9a-f]{64}")) {
      return new Loading.Refused("not-there", "an artefact is named by its SHA-256: " + artifact);
    }
    try {
      GuardianKey guardian = GuardianKey.read(home.publicKey());
      byte[] jar = bytes(home.storeArtifact(artifact));
      byte[] document = bytes(home.storeAttestation(artifact));
      String seen = GuardianKey.Digest.sha256(jar);
      if (!seen.equals(artifact)) {
        return new Loading.Refused(
            "altered", "asked for %s, the artefact's bytes give %s".formatted(artifact, seen));
      }
      return switch (Attestation.read(document, guardian)) {
        case Attestation.Reading.Refused(String reason) ->
            new Loading.Refused("not-attested", reason);
        case Attestation.Reading.Attested(Attestation a) -> {
          Optional<Loading> no = needed.flatMap(admits -> refusal(a, admits, guardian));
          yield no.isPresent() ? no.get() : define(artifact, jar, a);
        }
      };
    } catch (IOException e) {
      return new Loading.Refused("not-there", String.valueOf(e.getMessage()));
    }
  }

  private Optional<Loading> refusal(Attestation a, Admits needed, GuardianKey guardian) {
    if (!a.admits().reaches(needed)) {
      return refused(
          "another-slot",
          "it is attested for %s, asked for is %s: the gates that admit to it have not said yes"
              .formatted(a.admits().word(), needed.word()));
    }
    byte[] list;
    try {
      list = bytes(home.storeRevocations());
    } catch (IOException e) {
      return refused("stale-list", e.getMessage() + "; the guardian writes it at its start");
    }
    return switch (Revocations.read(list, guardian)) {
      case Revocations.Reading.Refused(String reason) -> refused("stale-list", reason);
      case Revocations.Reading.Listed(Revocations listed) -> revoked(a, listed);
    };
  }

  private Optional<Loading> revoked(Attestation a, Revocations listed) {
    long least = Math.max(newestList.getAndAccumulate(listed.entries(), Math::max), a.entry() + 1);
    if (listed.entries() < least) {
      return refused(
          "stale-list",
          "the list of revoked releases is of entry %d, one of %d or later was seen"
              .formatted(listed.entries(), least));
    }
    return listed.revokes(a)
        ? refused(
            "revoked",
            "entry %d of the guardian's log took it back; ask for a new change"
                .formatted(listed.revoked().get(a.artifact())))
        : Optional.empty();
  }

  private static Optional<Loading> refused(String code, String reason) {
    return Optional.of(new Loading.Refused(code, reason));
  }

  private static Loading define(String artifact, byte[] jar, Attestation attestation)
      throws IOException {
    if (!attestation.artifact().equals(artifact)) {
      return new Loading.Refused(
          "altered", "asked for %s, attested %s".formatted(artifact, attestation.artifact()));
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
