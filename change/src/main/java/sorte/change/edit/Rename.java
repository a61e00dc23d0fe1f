package sorte.change.edit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Gives something in a strategy's file another name, in all its uses or in none.
final class Rename {
  private static final String IDENTIFIER = "[A-Za-z_$][A-Za-z0-9_$]*";

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
    if (from.equals(shape.className())) {
      throw Stop.notPossible("rename-strategy", from);
    }
    return new Rename(exact(shape), touched).in(shape, facts);
  }

  /// A parameter may be called as people say it, and is given its name in Java.
  private Edit.Rename exact(Shape shape) {
    boolean written = from.matches(IDENTIFIER) && Uses.isWritten(shape.source(), from);
    String exact = from;
    if (!written) {
      exact = shape.component(from).map(Shape.Component::name).orElse(inJava(from));
    }
    return new Edit.Rename(exact, inJava(to));
  }

  /// `maxLoss` for `max-loss`; what is a name in Java stays.
  private static String inJava(String name) {
    StringBuilder java = new StringBuilder();
    for (String part : name.split("[.-]", -1)) {
      java.append(
          java.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return java.toString();
  }

  private String in(Shape shape, List<Phrase> facts) throws Stop {
    String text = shape.source().text();
    JavaSource source = shape.source();
    Names.checked(to);
    if (from.equals(to) || !Uses.isWritten(source, from) && Uses.isWritten(source, to)) {
      throw Stop.alreadySo("named-so", to);
    }
    Declared declared = declared(shape);
    refuse(shape, declared);
    Uses uses = new Uses(shape, from);
    Set<Integer> places = new TreeSet<>();
    places.add(uses.declaration(declared));
    uses.of(declared).forEach(use -> places.add(use.at()));
    if (declared instanceof Declared.Type type) {
      places.addAll(uses.constructors(type.tree()));
      for (String part : List.of("inner:", "record:", "type:")) {
        touched.addAll(Set.of(part + from, part + to));
      }
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

  private Declared declared(Shape shape) throws Stop {
    try {
      return Declared.of(shape, from);
    } catch (Stop stop) {
      boolean gone =
          stop.outcome() instanceof EditOutcome.NotPossible(Phrase why)
              && why.key().equals("no-such-name");
      throw gone && shape.component(to).isPresent() ? Stop.alreadySo("named-so", to) : stop;
    }
  }

  private void refuse(Shape shape, Declared declared) throws Stop {
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
