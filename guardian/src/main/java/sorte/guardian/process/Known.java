package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.guardian.attest.TransparencyLog.Entry;

/// What the guardian's log says so far: the fold over its entries.
final class Known {

  static final String SEEDED = "Seeded";
  static final String JUDGED = "Judged";
  static final String COMMITTED = "Committed";
  static final String ADVANCED = "Advanced";
  static final String ABORTED = "Aborted";

  /// What runs by default where a commit stands.
  record Release(String commit, String artifact, String strategy) {}

  private final Map<String, JsonNode> judged = new TreeMap<>();
  private final Map<String, String> committed = new TreeMap<>();
  private final Map<String, Release> releases = new TreeMap<>();
  private final TreeSet<String> barred = new TreeSet<>();
  private final TreeSet<String> aborted = new TreeSet<>();
  private Optional<JsonNode> seeded = Optional.empty();

  synchronized void take(Entry entry) {
    JsonNode body = entry.body();
    String change = body.path("change").asText();
    switch (entry.type()) {
      case SEEDED -> {
        seeded = Optional.of(body);
        release(body);
      }
      case JUDGED -> judged.put(change, body);
      case COMMITTED -> {
        committed.put(change, body.path("commit").asText());
        release(body);
      }
      case ADVANCED -> {}
      case ABORTED -> {
        aborted.add(change);
        if (!body.path("artifact").asText().isEmpty()) {
          barred.add(body.path("artifact").asText());
        }
      }
      default ->
          throw new IllegalStateException(
              "the log has an entry of an unknown type, " + entry.type());
    }
  }

  private void release(JsonNode body) {
    Release release =
        new Release(
            body.path("commit").asText(),
            body.path("artifact").asText(),
            body.path("strategy").asText());
    releases.put(release.commit(), release);
  }

  synchronized Optional<JsonNode> seeded() {
    return seeded;
  }

  synchronized Optional<JsonNode> judged(String change) {
    return Optional.ofNullable(judged.get(change));
  }

  synchronized Optional<String> committed(String change) {
    return Optional.ofNullable(committed.get(change));
  }

  synchronized Optional<Release> release(String commit) {
    return Optional.ofNullable(releases.get(commit));
  }

  synchronized boolean barred(String artifact) {
    return barred.contains(artifact);
  }

  synchronized boolean aborted(String change) {
    return aborted.contains(change);
  }
}
