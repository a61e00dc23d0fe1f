package sorte.guardian;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.child.CompileAnswer;
import sorte.guardian.proof.Attempt;

/// One candidate on its way through the gates, with what the gates before found out about it. Used
/// by one thread at a time.
public final class Dossier {
  private final Candidate candidate;
  private String path = "";
  private String source = "";
  private String className = "";
  private String data = "";
  private SortedMap<String, byte[]> classes = new TreeMap<>();
  private Optional<CompileAnswer> tests = Optional.empty();
  private SortedMap<String, byte[]> metered = new TreeMap<>();
  private Optional<BacktestFigures> figures = Optional.empty();
  private Optional<Attempt> attempt = Optional.empty();

  /// What the backtest came to, for those who tell people.
  public record BacktestFigures(double candidate, double stable) {}

  public Dossier(Candidate candidate) {
    this.candidate = candidate;
  }

  public Candidate candidate() {
    return candidate;
  }

  /// The strategy's source file, once scope has found it.
  public String path() {
    return path;
  }

  public String source() {
    return source;
  }

  public void strategyFile(String itsPath, String text) {
    this.path = itsPath;
    this.source = text;
  }

  /// The strategy's class, once capability has found it.
  public String className() {
    return className;
  }

  public SortedMap<String, byte[]> classes() {
    return new TreeMap<>(classes);
  }

  /// What the compiler made of the tests and said; none where there are none.
  public Optional<CompileAnswer> tests() {
    return tests;
  }

  public void compiled(SortedMap<String, byte[]> made, Optional<CompileAnswer> ofTests) {
    this.classes = new TreeMap<>(made);
    this.tests = ofTests;
  }

  /// The classes that would trade: metered.
  public SortedMap<String, byte[]> metered() {
    return new TreeMap<>(metered);
  }

  public void woven(String strategyClass, SortedMap<String, byte[]> made) {
    this.className = strategyClass;
    this.metered = new TreeMap<>(made);
  }

  /// What its run over the history counts as among all others; none before, or where it is short.
  public Optional<Attempt> attempt() {
    return attempt;
  }

  public void attempt(Optional<Attempt> made) {
    this.attempt = made;
  }

  /// SHA-256 of what the candidate was tried on; empty where it came to no trial.
  public String data() {
    return data;
  }

  public void triedOn(String digest) {
    this.data = digest;
  }

  public Optional<BacktestFigures> figures() {
    return figures;
  }

  public void figures(BacktestFigures seen) {
    this.figures = Optional.of(seen);
  }
}
