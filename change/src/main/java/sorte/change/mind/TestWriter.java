package sorte.change.mind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sorte.change.edit.EditOutcome;
import sorte.change.edit.NewStrategy;
import sorte.change.edit.Phrase;
import sorte.change.pin.Pinning;
import sorte.change.plan.Planned;
import sorte.change.plan.Workspace;
import sorte.change.request.Language;
import sorte.guardian.Finding;
import sorte.guardian.Guardian;
import sorte.guardian.Outcome;
import sorte.guardian.Verdict;
import sorte.trading.words.Phrasebook;

/// Writes the tests of a strategy into a file of their own. No file that is there is touched; where
/// one says the same already, there is nothing to do.
final class TestWriter implements AutoCloseable {
  /// Files of generated tests of one strategy.
  static final int FILES_MOST = 9;

  private final Path cache;
  private final ReentrantLock one = new ReentrantLock();
  private @Nullable Guardian guardian;

  /// A new file, or why there is none.
  record Tests(String path, EditOutcome outcome) {}

  /// @param cache a folder of its own, for the children's class path; nothing secret below it
  TestWriter(Path cache) {
    this.cache = cache;
  }

  Tests write(Planned.Tests planned, Workspace workspace, Language language) {
    String source = workspace.files().get(planned.path());
    if (source == null) {
      throw new IllegalStateException("the planner named a file that is not there");
    }
    String type = NewStrategy.className(planned.strategy());
    one.lock();
    try {
      return switch (new Pinning(guardian()).pin(planned.path(), source, name(type, 1))) {
        case Pinning.Pinned.Not(EditOutcome why) -> new Tests("", why);
        case Pinning.Pinned.Refused(Verdict verdict) ->
            new Tests(
                "",
                new EditOutcome.NotPossible(
                    Phrase.of("tests-not-run", planned.strategy(), said(verdict, language))));
        case Pinning.Pinned.Written written -> placed(written, type, planned.strategy(), workspace);
      };
    } finally {
      one.unlock();
    }
  }

  private static Tests placed(
      Pinning.Pinned.Written written, String type, String strategy, Workspace workspace) {
    for (int number = 1; number <= FILES_MOST; number++) {
      String path = Workspace.TESTS + name(type, number) + ".java";
      String text = written.text().replace(name(type, 1), name(type, number));
      String there = workspace.files().get(path);
      if (there == null) {
        Phrase fact =
            Phrase.of(
                "tests-written",
                written.tests(),
                name(type, number),
                written.caught(),
                written.slips());
        return new Tests(path, new EditOutcome.Edited(text, List.of(fact)));
      }
      if (there.equals(text)) {
        return new Tests(
            path, new EditOutcome.AlreadySo(Phrase.of("tests-so", strategy, name(type, number))));
      }
    }
    return new Tests(
        "", new EditOutcome.NotPossible(Phrase.of("tests-many", FILES_MOST, strategy)));
  }

  private static String name(String type, int number) {
    return number == 1
        ? type + Pinning.SUFFIX
        : type + Pinning.SUFFIX.replace("Test", number + "Test");
  }

  private static String said(Verdict verdict, Language language) {
    Phrasebook words = Phrasebook.load(Finding.WORDS, language.code());
    return verdict.gates().stream()
        .filter(gate -> gate.outcome() == Outcome.FAIL || gate.outcome() == Outcome.INCONCLUSIVE)
        .flatMap(gate -> gate.judgement().findings().stream())
        .map(finding -> finding.what(words))
        .collect(Collectors.joining("; "));
  }

  private Guardian guardian() {
    if (guardian == null) {
      try {
        guardian = Guardian.forChecking(Files.createDirectories(cache));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return guardian;
  }

  @Override
  public void close() throws IOException {
    if (guardian != null) {
      guardian.close();
    }
  }
}
