package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import sorte.guardian.attest.TransparencyLog;
import sorte.guardian.attest.TransparencyLog.Entry;
import sorte.guardian.proof.Attempt;
import sorte.trading.door.Json;
import sorte.trading.release.Admits;

/// What the guardian's log says so far: the fold over its entries.
final class Known {

  static final String SEEDED = "Seeded";
  static final String JUDGED = "Judged";

  /// The second verdict on a change: the long gates'.
  static final String DEEPENED = "Deepened";

  static final String COMMITTED = "Committed";
  static final String ADVANCED = "Advanced";
  static final String ABORTED = "Aborted";
  static final String REVERTED = "Reverted";

  /// An attestation of before ADR 0088, said again.
  static final String REATTESTED = "Reattested";

  /// The settings or the market of the home, when they are not what was noted last.
  static final String CONFIGURED = "Configured";

  /// What runs by default where a commit stands.
  record Release(String commit, String artifact, String strategy) {}

  /// Why an artefact is out of service for good, as far as Sorte itself is concerned.
  record TakenBack(String change, String reason) {}

  private final Map<String, JsonNode> judged = new TreeMap<>();
  private final Map<String, JsonNode> deepened = new TreeMap<>();
  private final Map<String, Long> toCapital = new TreeMap<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<String, String> committed = new TreeMap<>();
  private final Map<String, Release> releases = new TreeMap<>();
  private final Map<String, TakenBack> takenBack = new TreeMap<>();
  private final TreeSet<String> aborted = new TreeSet<>();
  private final Map<String, String> reverted = new TreeMap<>();
  private final TreeSet<String> mains = new TreeSet<>();
  private final Map<String, Long> noted = new TreeMap<>();
  private String main = "";
  private JsonNode configured = Json.MAPPER.missingNode();
  private Optional<JsonNode> seeded = Optional.empty();

  synchronized void take(Entry entry) {
    JsonNode body = entry.body();
    String change = body.path("change").asText();
    if (body.path("attestation").isObject() && admits(body) == Admits.CAPITAL) {
      toCapital.put(body.path("artifact").asText(), entry.n());
    }
    switch (entry.type()) {
      case SEEDED -> {
        seeded = Optional.of(body);
        attempt(body);
        release(body);
        main(body);
      }
      case JUDGED -> {
        judged.put(change, body);
        attempt(body);
      }
      case DEEPENED -> deepened.put(change, body);
      case COMMITTED -> {
        committed.put(change, body.path("commit").asText());
        release(body);
      }
      case ADVANCED -> main(body);
      case ABORTED -> takenBack(change, body, body.path("artifact").asText());
      case REVERTED -> {
        reverted.put(change, body.path("commit").asText());
        takenBack(change, body, body.path("takenBack").asText());
        release(body);
        main(body);
      }
      case REATTESTED, TransparencyLog.UPGRADED -> {} // what was said before, said again
      case CONFIGURED -> configured = body;
      case TransparencyLog.NOTED ->
          noted.merge(body.path("log").asText(), body.path("seq").asLong() + 1, Math::max);
      default ->
          throw new IllegalStateException(
              "the log has an entry of an unknown type, " + entry.type());
    }
  }

  /// What is attested without a word of it is attested for capital: so it was before there were two
  /// verdicts, and so are the strategies shipped. A word that is not known admits to nothing more
  /// than shadow.
  static Admits admits(JsonNode body) {
    String capital = Admits.CAPITAL.word();
    return body.path("admits").asText(capital).equals(capital) ? Admits.CAPITAL : Admits.SHADOW;
  }

  private void attempt(JsonNode body) {
    if (body.path("attempt").isObject()) {
      attempts.add(Attempt.ofJson(body.path("attempt")));
    }
  }

  private void main(JsonNode body) {
    main = body.path("commit").asText();
    mains.add(main);
  }

  private void takenBack(String change, JsonNode body, String artifact) {
    aborted.add(change);
    if (!artifact.isEmpty()) {
      takenBack.put(artifact, new TakenBack(change, body.path("reason").asText()));
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

  /// What was noted last of settings and market.
  synchronized JsonNode configured() {
    return configured;
  }

  /// The number of the first event of another's log that was not noted yet.
  synchronized long toNote(String log) {
    return noted.getOrDefault(log, 0L);
  }

  synchronized Optional<JsonNode> seeded() {
    return seeded;
  }

  synchronized Optional<JsonNode> judged(String change) {
    return Optional.ofNullable(judged.get(change));
  }

  /// The second verdict on what was judged: one on other content of the same change is none.
  synchronized Optional<JsonNode> deepened(JsonNode judgement) {
    return Optional.ofNullable(deepened.get(judgement.path("change").asText()))
        .filter(body -> body.path("content").equals(judgement.path("content")));
  }

  /// The entry that admitted an artefact to capital last; -1 where none did.
  synchronized long toCapital(String artifact) {
    return toCapital.getOrDefault(artifact, -1L);
  }

  /// Everything that was ever run over a history, in its order.
  synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  synchronized Optional<String> committed(String change) {
    return Optional.ofNullable(committed.get(change));
  }

  synchronized Optional<Release> release(String commit) {
    return Optional.ofNullable(releases.get(commit));
  }

  synchronized Optional<TakenBack> takenBack(String artifact) {
    return Optional.ofNullable(takenBack.get(artifact));
  }

  /// The commit of `main`; empty before the seeds.
  synchronized String main() {
    return main;
  }

  synchronized boolean wasMain(String commit) {
    return mains.contains(commit);
  }

  /// Every change's commit.
  synchronized SortedMap<String, String> commits() {
    return new TreeMap<>(committed);
  }

  /// The commit that reverts a change.
  synchronized Optional<String> reverted(String change) {
    return Optional.ofNullable(reverted.get(change));
  }

  synchronized boolean aborted(String change) {
    return aborted.contains(change);
  }
}
