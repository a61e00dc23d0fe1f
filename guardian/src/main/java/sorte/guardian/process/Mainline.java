package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.guardian.repository.RepositoryOfRecord.Move;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;

/// Commits, candidate refs and `main`. Each step in this order: the object, the log's entry, the
/// ref; a ref that a crash kept back is set at the next start from the log.
final class Mainline {
  private final RepositoryOfRecord repository;
  private final Register register;

  Mainline(RepositoryOfRecord repository, Register register) {
    this.repository = repository;
    this.register = register;
  }

  /// Sets the refs that the log says there are. A `main` that is neither there nor one step behind
  /// was moved by somebody else.
  void settle() throws IOException {
    Known known = register.known();
    for (Map.Entry<String, String> one : known.commits().entrySet()) {
      pointed(repository.propose(one.getKey(), one.getValue()), "candidates/" + one.getKey());
      if (known.aborted(one.getKey())) {
        pointed(repository.abort(one.getKey(), one.getValue()), "aborted/" + one.getKey());
      }
    }
    Optional<String> main = repository.main();
    if (main.isPresent() && !known.wasMain(main.get())) {
      throw new IOException(
          "main is at "
              + main.get()
              + ", where the guardian's log never had it; run `sorte audit`");
    }
    repository.advance(main, known.main());
  }

  private static void pointed(Move move, String ref) throws IOException {
    if (move instanceof Move.Elsewhere(String other)) {
      throw new IOException(
          "refs/sorte/%s is at %s, not where the guardian's log has it; run `sorte audit`"
              .formatted(ref, other));
    }
  }

  ObjectNode commit(JsonNode body, JsonNode judged) throws IOException {
    String change = Asked.change(body);
    if (!judged.path("attestation").isObject()) {
      throw DoorError.conflict(
          "not-approved", "change " + change + " was not approved", "see its verdict");
    }
    String made =
        repository.commit(
            new RepositoryOfRecord.Commit(
                judged.path("tree").asText(),
                Optional.of(judged.path("base").asText()),
                Asked.author(body),
                Asked.time(body),
                Message.of(body, judged)));
    Optional<String> before = register.known().committed(change);
    if (before.isPresent() && !before.get().equals(made)) {
      throw DoorError.conflict(
          "committed",
          "change " + change + " is committed as " + before.get(),
          "use that commit, or ask for a new change");
    }
    if (before.isEmpty()) {
      refuseAborted(change);
      ObjectNode own = Json.object().put("change", change).put("commit", made);
      own.put("artifact", judged.path("artifact").asText());
      register.append(Known.COMMITTED, own.put("strategy", judged.path("strategy").asText()));
      repository.propose(change, made);
    }
    return Json.object().put("commit", made);
  }

  private void refuseAborted(String change) {
    if (register.known().aborted(change)) {
      throw DoorError.conflict(
          "aborted", "change " + change + " was taken back", "ask for a new change");
    }
  }

  ObjectNode advance(JsonNode body) throws IOException {
    String change = Asked.change(body);
    String commit = committed(change);
    refuseAborted(change);
    String main = register.known().main();
    if (!main.equals(commit)) {
      String base = register.known().judged(change).orElseThrow().path("base").asText();
      if (!main.equals(base)) {
        throw DoorError.conflict(
            "main-moved",
            "main is at " + main + ", the change starts from " + base,
            "judge the change again on the new main");
      }
      register.append(Known.ADVANCED, Json.object().put("change", change).put("commit", commit));
    }
    moved(commit);
    return Json.object().put("commit", commit);
  }

  private String committed(String change) {
    return register
        .known()
        .committed(change)
        .orElseThrow(() ->
            DoorError.conflict(
                "not-committed", "change " + change + " has no commit", "commit it first"));
  }

  private void moved(String commit) throws IOException {
    if (repository.advance(repository.main(), commit) instanceof Move.Elsewhere(String other)) {
      throw new IOException("main could not be moved to " + commit + ", it is at " + other);
    }
  }

  ObjectNode abort(JsonNode body) throws IOException {
    String change = Asked.change(body);
    Optional<String> commit = register.known().committed(change);
    if (!register.known().aborted(change)) {
      ObjectNode own = Json.object().put("change", change);
      own.put("commit", commit.orElse("")).put("reason", body.path("reason").asText());
      String artifact =
          register.known().judged(change).map(j -> j.path("artifact").asText()).orElse("");
      register.append(Known.ABORTED, own.put("artifact", artifact));
    }
    if (commit.isPresent()) {
      repository.abort(change, commit.get());
    }
    return Json.object().put("change", change).put("commit", commit.orElse(""));
  }

  /// A commit of its own on `main` that restores what was there before a change that `main` is at.
  /// Nothing is judged: that content was, and its attestation holds.
  ObjectNode revert(JsonNode body) throws IOException {
    String change = Asked.change(body);
    Known known = register.known();
    Optional<String> before = known.reverted(change);
    if (before.isEmpty()) {
      append(change, body);
    }
    String commit = known.reverted(change).orElseThrow();
    if (known.main().equals(commit)) {
      moved(commit);
    }
    repository.abort(change, committed(change));
    Known.Release release = known.release(commit).orElseThrow();
    return Json.object()
        .put("commit", commit)
        .put("artifact", release.artifact())
        .put("strategy", release.strategy());
  }

  private void append(String change, JsonNode body) throws IOException {
    Known known = register.known();
    String taken = committed(change);
    if (!known.main().equals(taken)) {
      throw DoorError.conflict(
          "main-moved",
          "main is at " + known.main() + ", change " + change + " is " + taken,
          "take back what came after it first");
    }
    JsonNode judged = known.judged(change).orElseThrow();
    String base = judged.path("base").asText();
    Known.Release release =
        known
            .release(base)
            .orElseThrow(() ->
                DoorError.conflict(
                    "nothing-before",
                    "nothing was in service at " + base,
                    "ask for a change instead"));
    String commit =
        repository.commit(
            new RepositoryOfRecord.Commit(
                repository.treeOf(base),
                Optional.of(taken),
                Asked.author(body),
                Asked.time(body),
                Message.reverting(body, change, release.artifact())));
    ObjectNode own = Json.object().put("change", change).put("commit", commit);
    own.put("restores", base).put("reason", body.path("reason").asText());
    own.put("artifact", release.artifact()).put("strategy", release.strategy());
    register.append(Known.REVERTED, own.put("takenBack", judged.path("artifact").asText()));
  }
}
