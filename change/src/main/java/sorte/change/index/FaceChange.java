package sorte.change.index;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What another file must speak of for an edit to change what it says.
final class FaceChange {
  /// Of everything declared anew, no more, or otherwise.
  private final Set<String> names = new TreeSet<>();

  /// Types that came or went, and constants: what is declared with such a name may be another thing
  /// now, in files whose text is as it was.
  private final Set<String> followed = new TreeSet<>();

  /// Whether what changed can be felt without a name: what a type extends, what an interface asks
  /// of a lambda.
  private boolean shaped;

  /// Adds what is another in `after` than it was in `before`.
  void add(SortedMap<String, String> before, SortedMap<String, String> after) {
    Set<String> parts = new TreeSet<>(before.keySet());
    parts.addAll(after.keySet());
    parts.removeIf(part -> Objects.equals(before.get(part), after.get(part)));
    for (String part : parts) {
      boolean stays = before.containsKey(part) && after.containsKey(part);
      if (part.equals(Face.IMPORTS)) {
        if (stays) {
          imports(Face.imported(before), Face.imported(after), after);
        }
      } else if (part.startsWith(Face.SHAPE)) {
        String header = Face.HEADER + part.substring(Face.SHAPE.length());
        shaped |= before.containsKey(header) && after.containsKey(header);
      } else if (part.startsWith(Face.HEADER)) {
        names.add(Keys.simple(part));
        shaped |= stays;
        if (!stays) {
          followed.add(Keys.simple(part));
        }
      } else {
        String name = part.substring(part.indexOf('#') + 1);
        names.add(name);
        if (isConstant(before.get(part)) || isConstant(after.get(part))) {
          followed.add(name);
        }
      }
    }
  }

  private static boolean isConstant(@Nullable String part) {
    return part != null && part.contains(Face.VALUE);
  }

  /// An import gives the names that it brings another meaning, in this file alone.
  private void imports(Set<String> before, Set<String> after, SortedMap<String, String> face) {
    Set<String> moved = new TreeSet<>(before);
    moved.addAll(after);
    moved.removeIf(name -> before.contains(name) && after.contains(name));
    Set<String> simple = moved.stream().map(Keys::simple).collect(Collectors.toSet());
    mention(face, simple.contains("*") ? Pattern.compile("") : anyOf(simple));
  }

  /// Follows what came, went or counts otherwise into what is declared with it, and that further.
  void follow(Collection<Reading> readings) {
    Set<String> done = new TreeSet<>(followed);
    Set<String> open = new TreeSet<>(followed);
    while (!open.isEmpty()) {
      Pattern any = anyOf(open);
      readings.forEach(reading -> mention(reading.face(), any));
      open = new TreeSet<>(followed);
      open.removeAll(done);
      done.addAll(open);
    }
  }

  private void mention(SortedMap<String, String> face, Pattern any) {
    face.forEach((part, text) -> {
      if (!part.equals(Face.IMPORTS) && any.matcher(text).find()) {
        shaped |= part.startsWith(Face.HEADER) || part.startsWith(Face.SHAPE);
        String name = part.substring(part.indexOf('#') + 1);
        names.add(name);
        if (isConstant(text)) {
          followed.add(name);
        }
      }
    });
  }

  private static Pattern anyOf(Set<String> words) {
    return Pattern.compile(
        words.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  /// Whether what `reading` says may be another thing now.
  boolean reaches(Reading reading) {
    return shaped || names.stream().anyMatch(reading.words()::contains);
  }

  boolean nothing() {
    return names.isEmpty() && !shaped;
  }

  boolean movesTypes() {
    return !followed.isEmpty();
  }
}
