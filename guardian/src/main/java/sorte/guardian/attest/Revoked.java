package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.release.Revocations;

/// What the guardian took its word back from, as its log tells: releases of changes that were taken
/// back, but nothing that was in force before and may have to run again.
public final class Revoked {
  private final Map<String, String> artifacts = new HashMap<>();
  private final Set<String> inForce = new HashSet<>();
  private final SortedMap<String, Long> at = new TreeMap<>();
  private long due;

  /// Takes in entry `n`. Gives whether a new list is due after it.
  public boolean take(long n, String type, JsonNode body) {
    String artifact = body.path("artifact").asText();
    boolean changes = body.path("attestation").isObject();
    switch (type) {
      case "Seeded" -> inForce.add(artifact);
      case "Committed" -> artifacts.put(body.path("commit").asText(), artifact);
      case "Advanced" ->
          inForce.add(artifacts.getOrDefault(body.path("commit").asText(), artifact));
      case "Aborted" -> changes |= revoke(n, artifact);
      case "Reverted" -> {
        String taken = body.path("takenBack").asText();
        inForce.remove(taken);
        inForce.add(artifact);
        changes |= revoke(n, taken);
      }
      default -> {} // nothing else moves a release
    }
    due = changes ? n + 1 : due;
    return changes;
  }

  private boolean revoke(long n, String artifact) {
    if (artifact.isEmpty() || inForce.contains(artifact)) {
      return false;
    }
    at.put(artifact, n);
    return true;
  }

  /// The entry that took an artefact back last; -1 where none did.
  public long at(String artifact) {
    return at.getOrDefault(artifact, -1L);
  }

  /// How many entries the log must have had when the list was written that holds now.
  public long due() {
    return due;
  }

  public Revocations list(long entries) {
    return new Revocations(entries, at);
  }
}
