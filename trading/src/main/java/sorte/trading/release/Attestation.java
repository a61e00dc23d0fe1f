package sorte.trading.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// What the guardian said about one artefact: that it was judged and approved. Its subject is the
/// content, so that it holds wherever the content is. On the wire an in-toto statement with SLSA
/// provenance in a DSSE envelope; see docs/record.md.
///
/// @param artifact SHA-256 of the artefact
/// @param sources path to SHA-256 of each source file
/// @param strategy the strategy's name, for example `ema-cross`
/// @param className the class that is the strategy
/// @param api the version of strategy-api it was judged against
/// @param change the change it was judged for
/// @param admits how near to money it lets the artefact come
/// @param entry the entry of the guardian's log in which it stands: a later one is a newer word
public record Attestation(
    String artifact,
    SortedMap<String, String> sources,
    String strategy,
    String className,
    String api,
    String change,
    String judgedAt,
    Admits admits,
    long entry) {

  /// What a DSSE envelope of a statement says it holds.
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  public static final String STATEMENT = "https://in-toto.io/Statement/v1";
  public static final String PREDICATE = "https://slsa.dev/provenance/v1";

  /// How the artefact came to be: judged, compiled and metered by the guardian.
  public static final String BUILD_TYPE = "urn:sorte:judged-release:1";

  /// Our part of the predicate: an extension field, as SLSA names them.
  public static final String VERDICT = "sorte_verdict";

  public Attestation {
    sources = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    if (!artifact.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("an artefact is named by its SHA-256, was " + artifact);
    }
    if (!className.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")) {
      throw new IllegalArgumentException("not the name of a class: " + className);
    }
    if (entry < 0) {
      throw new IllegalArgumentException("an entry of the log is numbered from 0, was " + entry);
    }
  }

  /// What reading an attestation came to.
  public sealed interface Reading {
    record Attested(Attestation attestation) implements Reading {}

    record Refused(String reason) implements Reading {}
  }

  /// Reads and verifies: the signatures first, and nothing is believed before them.
  public static Reading read(byte[] document, GuardianKey guardian) {
    try {
      return switch (Envelope.open(PAYLOAD_TYPE, document, guardian)) {
        case Envelope.Opening.Refused(String reason) -> refused(reason);
        case Envelope.Opening.Opened(byte[] payload) -> statement(Json.read(payload));
      };
    } catch (DoorError | IllegalArgumentException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static Reading statement(JsonNode statement) {
    same("_type", statement.path("_type"), STATEMENT);
    same("predicateType", statement.path("predicateType"), PREDICATE);
    JsonNode predicate = statement.path("predicate");
    JsonNode definition = predicate.path("buildDefinition");
    same("buildType", definition.path("buildType"), BUILD_TYPE);
    JsonNode verdict = predicate.path(VERDICT);
    String word = Json.text(verdict, "verdict");
    if (!word.equals("approved")) {
      return refused("has the verdict " + word + ", not approved");
    }
    if (statement.path("subject").size() != 1) {
      return refused("has " + statement.path("subject").size() + " subjects, not one");
    }
    JsonNode parameters = definition.path("externalParameters");
    return new Reading.Attested(
        new Attestation(
            Json.text(statement.path("subject").path(0).path("digest"), "sha256"),
            sources(definition.path("resolvedDependencies")),
            Json.text(parameters, "strategy"),
            Json.text(parameters, "className"),
            Json.text(parameters, "api"),
            Json.text(parameters, "change"),
            Json.text(predicate.path("runDetails").path("metadata"), "finishedOn"),
            Admits.of(Json.text(verdict, "admits")),
            verdict.path("entry").asLong(-1)));
  }

  /// Dependencies with a name are source files; those with a URI are what they were judged by.
  private static SortedMap<String, String> sources(JsonNode dependencies) {
    SortedMap<String, String> sources = new TreeMap<>();
    for (JsonNode one : dependencies) {
      if (one.has("name")) {
        sources.put(Json.text(one, "name"), Json.text(one.path("digest"), "sha256"));
      }
    }
    return sources;
  }

  private static void same(String key, JsonNode said, String known) {
    if (!said.asText().equals(known)) {
      throw new IllegalArgumentException(
          key + " was " + said.asText() + ", this build reads " + known);
    }
  }

  private static Reading refused(String reason) {
    return new Reading.Refused("the attestation " + reason);
  }
}
