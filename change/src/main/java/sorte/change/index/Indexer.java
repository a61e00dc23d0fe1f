package sorte.change.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the index of a tree, and brings one up to date after edits by reading again only what they
/// can have changed the meaning of.
///
/// What a file says depends on its own text and on what others let it see. Where others' faces are
/// as they were, its reading stands; where something of a name changed, so may every file that
/// speaks of that name.
public final class Indexer implements Closeable {
  /// Rounds after which everything is read again, rather than follow a change from file to file.
  private static final int ROUNDS_MOST = 8;

  private final Attribution attribution;

  /// How much one call had to read.
  public record Work(CodeIndex index, int filesRead) {}

  /// @param classPath the libraries that the sources stand on; types of others stay unknown
  public Indexer(List<Path> classPath) throws IOException {
    attribution = new Attribution(classPath);
  }

  /// The index of a whole tree.
  public CodeIndex read(Collection<SourceFile> files) {
    return update(CodeIndex.empty(), files).index();
  }

  /// The index of `files`, where `before` is that of the same tree at an earlier time.
  public Work update(CodeIndex before, Collection<SourceFile> files) {
    Map<String, SourceFile> now = CodeIndex.byPath(files);
    Update update = new Update(before.readings(), now);
    int rounds = 0;
    while (update.next()) {
      if (++rounds == ROUNDS_MOST) {
        update.everything();
      }
    }
    SortedMap<String, Reading> readings = update.readings;
    CodeIndex index =
        update.read.isEmpty() && readings.keySet().equals(before.readings().keySet())
            ? before
            : new CodeIndex(readings);
    return new Work(index, update.read.size());
  }

  @Override
  public void close() throws IOException {
    attribution.close();
  }

  /// One way from an earlier tree to the present one.
  private final class Update {
    private final SortedMap<String, Reading> before;
    private final Map<String, SourceFile> now;
    private final SortedMap<String, Reading> readings = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> read = new HashSet<>();

    Update(SortedMap<String, Reading> before, Map<String, SourceFile> now) {
      this.before = before;
      this.now = now;
      for (SourceFile file : now.values()) {
        Reading known = before.get(file.path());
        if (known != null && known.digest().equals(file.digest())) {
          readings.put(file.path(), known);
        } else {
          open.add(file.path());
        }
      }
      FaceChange gone = new FaceChange();
      for (Reading reading : before.values()) {
        if (!now.containsKey(reading.path())) {
          gone.add(reading.face(), Collections.emptySortedMap());
        }
      }
      reopen(gone, Set.of());
    }

    void everything() {
      open.addAll(now.keySet());
    }

    private void reopen(FaceChange change, Set<String> done) {
      if (change.nothing()) {
        return;
      }
      change.follow(readings.values());
      for (Reading reading : readings.values()) {
        // a file whose type is another's may have the type to itself now
        boolean rival = change.movesTypes() && reading.isRival();
        if ((rival || change.reaches(reading)) && !done.contains(reading.path())) {
          open.add(reading.path());
        }
      }
    }

    /// Reads what is open; whether something came to be open by it.
    boolean next() {
      if (open.isEmpty()) {
        return false;
      }
      Set<String> done = new TreeSet<>(open);
      open.clear();
      read.addAll(done);
      List<SourceFile> files = new ArrayList<>();
      done.forEach(path -> files.add(Objects.requireNonNull(now.get(path))));
      FaceChange change = new FaceChange();
      Attribution.Parse parse = attribution.parse(files);
      refuseRivals(parse, change);
      Map<String, Named.Found> found =
          attribution.name(parse.files().values(), others(done), owned(done));
      for (String path : done) {
        Reading reading = reading(path, parse, found);
        Reading was = readings.containsKey(path) ? readings.get(path) : before.get(path);
        change.add(was == null ? Collections.emptySortedMap() : was.face(), reading.face());
        readings.put(path, reading);
      }
      reopen(change, done); // those read in one go saw each other as they are now
      return !open.isEmpty();
    }

    /// Of files that declare the same type only the first is read.
    private void refuseRivals(Attribution.Parse parse, FaceChange change) {
      Map<String, String> owner = new HashMap<>();
      for (Reading reading : readings.values()) {
        if (!parse.files().containsKey(reading.path())) {
          reading.types().keySet().forEach(type -> owner.put(type, reading.path()));
        }
      }
      for (Attribution.Parsed file : List.copyOf(parse.files().values())) {
        String path = file.file().path();
        for (String type : file.types().keySet()) {
          String other = owner.get(type);
          if (other != null && other.compareTo(path) < 0) {
            parse.files().remove(path);
            parse.problems().put(path, rival(path, other));
          } else if (other != null) {
            Reading later = Objects.requireNonNull(readings.get(other));
            change.add(later.face(), Collections.emptySortedMap());
            readings.put(other, unread(other, later.digest(), rival(other, path)));
          }
        }
        if (parse.files().containsKey(path)) {
          file.types().keySet().forEach(type -> owner.put(type, path));
        }
      }
    }

    private static Problem rival(String path, String other) {
      return new Problem(path, Problem.Kind.DECLARED_ELSEWHERE, 0, other);
    }

    private List<SourcesInMemory.Text> others(Set<String> done) {
      List<SourcesInMemory.Text> texts = new ArrayList<>();
      for (Reading reading : readings.values()) {
        if (!done.contains(reading.path())) {
          reading
              .types()
              .forEach((type, text) ->
                  texts.add(new SourcesInMemory.Text(type, reading.packageName(), text)));
        }
      }
      return texts;
    }

    private Set<String> owned(Set<String> done) {
      Set<String> packages = new TreeSet<>();
      for (Reading reading : readings.values()) {
        if (!done.contains(reading.path()) && reading.unread().isEmpty()) {
          packages.add(reading.packageName());
        }
      }
      return packages;
    }

    private Reading reading(String path, Attribution.Parse parse, Map<String, Named.Found> found) {
      String digest = Objects.requireNonNull(now.get(path)).digest();
      Attribution.Parsed file = parse.files().get(path);
      Named.Found named = found.get(path);
      if (file == null || named == null) {
        return unread(path, digest, Objects.requireNonNull(parse.problems().get(path)));
      }
      return new Reading(
          path,
          digest,
          file.packageName(),
          Collections.unmodifiableSortedMap(new TreeMap<>(file.types())),
          Collections.unmodifiableSortedMap(new TreeMap<>(file.face())),
          Collections.unmodifiableSortedSet(new TreeSet<>(file.words())),
          named.declarations(),
          named.uses(),
          null);
    }

    private static Reading unread(String path, String digest, Problem problem) {
      return new Reading(
          path,
          digest,
          "",
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          List.of(),
          List.of(),
          problem);
    }
  }
}
