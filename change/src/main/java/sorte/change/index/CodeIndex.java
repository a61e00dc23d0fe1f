package sorte.change.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The index of one tree of sources, as it stood when [Indexer] read it. A value: a changed tree
/// has another.
public final class CodeIndex {
  private final SortedMap<String, Reading> readings;

  /// By key; made when first asked for, since an index is brought up to date more often than asked.
  private volatile @Nullable SortedMap<String, Declaration> declarations;

  CodeIndex(SortedMap<String, Reading> readings) {
    this.readings = Collections.unmodifiableSortedMap(readings);
  }

  private static SortedMap<String, Declaration> declarations(Collection<Reading> readings) {
    SortedMap<String, Declaration> all = new TreeMap<>();
    for (Reading reading : readings) {
      reading
          .declarations()
          .forEach(declaration -> all.putIfAbsent(declaration.key(), declaration));
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /// The index of nothing.
  public static CodeIndex empty() {
    return new CodeIndex(new TreeMap<>());
  }

  SortedMap<String, Reading> readings() {
    return readings;
  }

  /// Paths of all files, those not read too.
  public List<String> paths() {
    return List.copyOf(readings.keySet());
  }

  /// Everything declared, by key.
  public SortedMap<String, Declaration> declarations() {
    SortedMap<String, Declaration> known = declarations;
    if (known == null) {
      known = declarations(readings.values());
      declarations = known;
    }
    return known;
  }

  /// Files that are not in the index, and why.
  public List<Problem> problems() {
    return readings.values().stream().flatMap(r -> r.unread().stream()).toList();
  }

  /// What a use speaks of: what the compiler makes by itself stands for what it is made of, an
  /// accessor for its component, a constructor for its type.
  Optional<Declaration> declared(String target) {
    Declaration exact = declarations().get(target);
    if (exact != null) {
      return Optional.of(exact);
    }
    if (target.endsWith("()")) {
      Declaration component = declarations().get(Keys.unlisted(target));
      if (component != null) {
        return Optional.of(component);
      }
    }
    return Keys.isConstructor(target)
        ? Optional.ofNullable(declarations().get(Keys.type(target)))
        : Optional.empty();
  }

  /// A use with the file it stands in.
  public record Place(String path, Use use) {}

  /// Where `declaration` is used, by path and line. A type is used where it is created, too, and a
  /// member in the body of its own is used there as elsewhere.
  public List<Place> uses(Declaration declaration) {
    List<Place> places = new ArrayList<>();
    for (Reading reading : readings.values()) {
      for (Use use : reading.uses()) {
        if (speaksOf(use, declaration)) {
          places.add(new Place(reading.path(), use));
        }
      }
    }
    return withoutEchoes(places);
  }

  private boolean speaksOf(Use use, Declaration declaration) {
    String target = use.target();
    if (!Keys.type(target).equals(Keys.type(declaration.key()))) {
      return false;
    }
    return target.equals(declaration.key())
        || declaration.kind().isType() && Keys.isConstructor(target)
        || declared(target).filter(declaration::equals).isPresent();
  }

  /// Where a type is created or extended it is named as well: said once.
  private static List<Place> withoutEchoes(List<Place> places) {
    Set<Place> said = new LinkedHashSet<>(places);
    for (Place place : places) {
      Use use = place.use();
      if (use.manner() == Manner.CREATES || use.manner() == Manner.EXTENDS) {
        String type = Keys.type(use.target());
        said.remove(new Place(place.path(), new Use(type, Manner.NAMES, use.within(), use.line())));
      }
    }
    return said.stream()
        .sorted(
            Comparator.comparing(Place::path)
                .thenComparingInt(p -> p.use().line())
                .thenComparing(p -> p.use().manner())
                .thenComparing(p -> p.use().within())
                .thenComparing(p -> p.use().target()))
        .toList();
  }

  /// The members of a type, in the order of its file.
  public List<Declaration> members(Declaration type) {
    return Optional.ofNullable(readings.get(type.path())).stream()
        .flatMap(r -> r.declarations().stream())
        .filter(d -> d.owner().equals(type.key()))
        .toList();
  }

  /// The whole index as bytes: the same for the same tree, however it was come by.
  public byte[] bytes() {
    return IndexBytes.write(readings.values());
  }

  /// The digest of a text.
  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static Map<String, SourceFile> byPath(Collection<SourceFile> files) {
    Map<String, SourceFile> byPath = new TreeMap<>();
    for (SourceFile file : files) {
      if (byPath.put(file.path(), file) != null) {
        throw new IllegalArgumentException("two files at one path: " + file.path());
      }
    }
    return byPath;
  }
}
