package sorte.guardian.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import sorte.guardian.Guardian;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// The guardian at work on one home: judges, attests, commits, and writes each of it down before it
/// answers. One request acts at a time, but for the long gates: they run beside the others.
final class Office implements AutoCloseable {
  private final RepositoryOfRecord repository;
  private final Guardian guardian;
  private final Register register;
  private final Judging judging;
  private final Deepening deepening;
  private final Object longGates = new Object();
  private final Mainline mainline;
  private final Notes notes;

  private Office(Home home, RepositoryOfRecord repository, Register register, Guardian guardian)
      throws IOException {
    this.repository = repository;
    this.register = register;
    this.guardian = guardian;
    this.judging = new Judging(repository, register, guardian);
    this.deepening = new Deepening(repository, register, guardian);
    this.mainline = new Mainline(repository, register);
    this.notes = new Notes(home, register);
    Seeding seeding = new Seeding(home, repository, register, guardian);
    seeding.seed();
    mainline.settle();
    seeding.mend();
    notes.configuration();
  }

  /// Opens the office; at the first start seeds the repository and attests what is in service.
  static Office open(Home home, InstantSource clock, Guardian guardian) throws IOException {
    return open(home, clock, guardian, Optional.empty());
  }

  /// The same with a witness.
  ///
  /// @param witnesses a folder outside the home where a copy of the log's checkpoints is kept
  static Office open(Home home, InstantSource clock, Guardian guardian, Optional<Path> witnesses)
      throws IOException {
    SigningKey key = SigningKey.of(home);
    RepositoryOfRecord repository = RepositoryOfRecord.open(home.repository(), key);
    try {
      Register register = new Register(home, clock, key, witnesses);
      try {
        return new Office(home, repository, register, guardian);
      } catch (IOException | RuntimeException e) {
        register.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  /// Begins to warm what the first judgement would wait for.
  void warm() {
    guardian.warm();
  }

  synchronized ObjectNode main() {
    String commit = register.known().main();
    ObjectNode json = Json.object().put("commit", commit);
    register
        .known()
        .release(commit)
        .ifPresent(r -> json.put("artifact", r.artifact()).put("strategy", r.strategy()));
    return json;
  }

  ObjectNode tree(String commit) throws IOException {
    String at = held(commit);
    ObjectNode json = Json.object().put("commit", at);
    ObjectNode files = json.putObject("files");
    repository.tree(at).forEach(files::put);
    return json;
  }

  /// A commit that is there; `main` where none is named.
  private String held(String commit) {
    if (commit.isEmpty()) {
      return register.known().main();
    }
    if (!commit.matches("[0-9a-f]{40}") || !repository.holds(commit)) {
      throw DoorError.notFound(
          "no-commit", "there is no commit " + commit, "ask GET /main for the one in service");
    }
    return commit;
  }

  synchronized ObjectNode judge(JsonNode body) throws IOException {
    return judging.judge(body, held(body.path("base").asText()));
  }

  /// The second verdict. Whoever asks again meanwhile waits for the first answer.
  ObjectNode deepen(JsonNode body) throws IOException {
    String change = Asked.change(body);
    String lang = body.path("lang").asText("en");
    synchronized (longGates) {
      JsonNode judgement = judging.judged(change);
      Optional<ObjectNode> known = deepening.known(judgement, lang);
      if (known.isPresent()) {
        return known.get();
      }
      Deepening.Found found = deepening.run(judgement);
      synchronized (this) {
        return deepening.record(found, lang);
      }
    }
  }

  ObjectNode verdict(String change, String lang) {
    return judging.verdict(change, lang);
  }

  synchronized ObjectNode commit(JsonNode body) throws IOException {
    return mainline.commit(body, judging.judged(Asked.change(body)));
  }

  synchronized ObjectNode advance(JsonNode body) throws IOException {
    return mainline.advance(body);
  }

  synchronized ObjectNode abort(JsonNode body) throws IOException {
    return mainline.abort(body);
  }

  synchronized ObjectNode revert(JsonNode body) throws IOException {
    return mainline.revert(body);
  }

  ObjectNode check(JsonNode body) {
    return judging.check(body);
  }

  ObjectNode log() {
    return notes.next().setAll(register.head());
  }

  /// Waits for no judgement: it moves nothing that one looks at.
  ObjectNode note(JsonNode body) throws IOException {
    return notes.take(body);
  }

  @Override
  public void close() throws IOException {
    guardian.close();
    register.close();
    repository.close();
  }
}
