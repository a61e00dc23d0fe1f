package sorte.guardian;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sorte.guardian.attest.Artifact;

/// What the quick gates found out about the candidates that they let through lately, for the long
/// gates behind them. Kept in memory alone: where it is gone, it is found out again. Safe for
/// several threads.
final class KeptDossiers {

  /// Dossiers kept at most.
  static final int KEPT_MOST = 4;

  private final Map<String, Dossier> latest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Dossier> eldest) {
          return size() > KEPT_MOST;
        }
      };

  synchronized void keep(Dossier dossier) {
    latest.put(dossier.candidate().change(), dossier);
  }

  /// The dossier of the same content that came to the same artefact.
  synchronized Optional<Dossier> of(Candidate candidate, String artifact) {
    return Optional.ofNullable(latest.get(candidate.change()))
        .filter(kept -> kept.candidate().base().equals(candidate.base()))
        .filter(kept -> kept.candidate().tree().equals(candidate.tree()))
        .filter(kept -> Artifact.of(kept.metered()).sha256().equals(artifact));
  }
}
