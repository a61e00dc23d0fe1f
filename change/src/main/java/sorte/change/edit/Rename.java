package sorte.change.edit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Gives something in a strategy's file another name, in all its uses or in none.
final class Rename {
  private final String from;
  private final String to;
  private final Set<String> touched;

  Rename(Edit.Rename edit, Set<String> touched) {
    this.from = edit.from();
    this.to = edit.to();
    this.touched = touched;
  }

  String of(String text, List<Phrase> facts) throws Stop {
    Shape shape = Shape.read(text);
    JavaSource source = shape.source();
    Names.checked(to);
    if (from.equals(to) || !Uses.isWritten(source, from) && Uses.isWritten(source, to)) {
      throw Stop.alreadySo("named-so", to);
    }
    Declared declared = Declared.of(shape, from);
    refuse(shape, declared);
    Uses uses = new Uses(shape, from);
    Set<Integer> places = new TreeSet<>();
    places.add(uses.declaration(declared));
    uses.of(declared).forEach(use -> places.add(use.at()));
    if (declared instanceof Declared.Type type) {
      places.addAll(uses.constructors(type.tree()));
      touched.addAll(Set.of("inner:" + from, "inner:" + to));
    }
    Splices splices = new Splices();
    for (int at : places) {
      if (!text.startsWith(from, at)) {
        throw new IllegalStateException("no " + from + " at " + at);
      }
      splices.replace(at, at + from.length(), to);
    }
    String now = splices.on(text);
    claim(shape, places);
    claim(Shape.read(now), moved(places));
    facts.add(Phrase.of("renamed", from, to, places.size()));
    return now;
  }

  private void refuse(Shape shape, Declared declared) throws Stop {
    if (declared instanceof Declared.Strategy) {
      throw Stop.notPossible("rename-strategy", from);
    }
    if (declared instanceof Declared.Method method
        && (Declared.ofTheHouse().contains(from)
            || !method.tree().getModifiers().getAnnotations().isEmpty())) {
      throw Stop.notPossible("called-by-the-house", from);
    }
    if (Uses.isWritten(shape.source(), to) || Declared.ofTheHouse().contains(to)) {
      throw Stop.notPossible("name-in-use", to, shape.className());
    }
  }

  private void claim(Shape shape, Set<Integer> places) {
    Owners owners = new Owners(shape);
    places.forEach(at -> touched.add(owners.of(at)));
  }

  /// The same places in the new text.
  private Set<Integer> moved(Set<Integer> places) {
    Set<Integer> moved = new TreeSet<>();
    int by = 0;
    for (int at : places) {
      moved.add(at + by);
      by += to.length() - from.length();
    }
    return moved;
  }
}
