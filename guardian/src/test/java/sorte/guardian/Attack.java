package sorte.guardian;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One attack of the corpus: a file, with what its first lines say of it.
///
/// @param name of its file, without the ending
/// @param stoppedBy the gate that must stop it where both layers are there
/// @param also gates behind that one that stop it too, in their order
/// @param against what it is aimed at
/// @param category which kind of attack; empty for a file that is no attack of its own, but a form
///   that the language has no room for
/// @param source its text, without the first lines where it is a change of several files
record Attack(
    String name,
    String stoppedBy,
    List<String> also,
    Against against,
    String category,
    String source) {

  /// Strategies of one file.
  static final String STRATEGIES = "/attacks";

  /// Strategies of one file that take all of a compiler's machine.
  static final String COMPILER = "/attacks-on-the-compiler";

  /// Changes of several files.
  static final String CHANGES = "/attacks-on-the-pipeline";

  private static final String FILE_MARK = "//// ";

  /// What an attack is aimed at, and so what has to stop it.
  enum Against {
    /// The machine, by code that runs: the language and the operating system, each alone.
    HOST,
    /// The compiler: the operating system alone.
    COMPILER,
    /// Whoever reads the source: the gate named.
    TEXT,
    /// The verdict: the gate named.
    JUDGEMENT,
    /// The way of a change, and whoever reads about it: the gate named.
    PIPELINE,
    /// Nothing: see [#category].
    LANGUAGE
  }

  static List<Attack> corpus() throws IOException {
    List<Attack> all = new ArrayList<>();
    for (String folder : List.of(STRATEGIES, COMPILER, CHANGES)) {
      for (Path file : files(folder)) {
        all.add(read(file));
      }
    }
    return all;
  }

  static List<Path> files(String folder) throws IOException {
    try (Stream<Path> list = Files.list(Path.of(Attack.class.getResource(folder).toURI()))) {
      return list.sorted().toList();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  static Attack read(Path file) throws IOException {
    String text = Files.readString(file);
    Map<String, String> said = new TreeMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (!line.startsWith("// ") || colon < 0) {
        break;
      }
      said.put(line.substring(3, colon), line.substring(colon + 2).strip());
    }
    String also = said.getOrDefault("also", "");
    return new Attack(
        String.valueOf(file.getFileName()).replaceAll("\\.[a-z]+$", ""),
        Optional.ofNullable(said.get("stopped-by"))
            .orElseThrow(() -> new IOException(file + " does not say what stops it")),
        also.isEmpty() ? List.of() : List.of(also.split(", ")),
        Against.valueOf(said.getOrDefault("against", "language").toUpperCase(Locale.ROOT)),
        said.getOrDefault("category", ""),
        text);
  }

  boolean counts() {
    return against != Against.LANGUAGE;
  }

  /// Whether it is a change of several files.
  boolean change() {
    return source.contains("\n" + FILE_MARK);
  }

  /// What is judged: a change over the strategies shipped, or a strategy alone.
  Candidate candidate(SortedMap<String, String> base) {
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    if (!change()) {
      files.put("Attack.java", Optional.of(source));
      return of(Candidate.Origin.CHECK, new TreeMap<>(), files);
    }
    Candidate.Origin origin =
        source.contains("// origin: own\n") ? Candidate.Origin.OWN : Candidate.Origin.PERSON;
    String[] parts = source.split("(?m)^" + FILE_MARK);
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      String path = parts[i].substring(0, end);
      String text = parts[i].substring(end + 1);
      boolean gone = path.endsWith(" goes");
      files.put(
          gone ? path.replace(" goes", "") : unescaped(path),
          gone ? Optional.empty() : Optional.of(text));
    }
    return of(origin, base, files);
  }

  /// `\0` in a path stands for what no file of texts can hold.
  private static String unescaped(String path) {
    return path.replace("\\0", "\0").replace("\\n", "\n");
  }

  private static Candidate of(
      Candidate.Origin origin,
      SortedMap<String, String> base,
      SortedMap<String, Optional<String>> files) {
    return new Candidate("", origin, base, files, sorte.trading.door.Json.MAPPER.missingNode(), "");
  }
}
