package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Part;
import sorte.change.design.Test;

/// Tests that stand under headings without a deed of their own, and where they go when the heading
/// ends.
final class Groups {
  private final TextReader text;

  /// What was said under the headings at hand, the innermost last.
  private final List<Group> groups = new ArrayList<>();

  Groups(TextReader text) {
    this.text = text;
  }

  /// Tests without a deed of their own under one heading, and whether there were deeds.
  private static final class Group {
    private final Place place;
    private final List<Test> pending = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private boolean deeds;

    /// Sentences that only say to enter, when what stands beside them holds.
    private final List<String> acts = new ArrayList<>();

    Group(Place place) {
      this.place = place;
    }

    /// What a heading within this one comes to.
    void add(Test together, Group inner) {
      pending.add(together);
      said.add(String.join("; ", inner.said));
      labels.add("");
    }
  }

  /// Begins what stands under a heading.
  void open(Place place) {
    groups.add(new Group(place));
  }

  /// Ends it: what its tests give together goes to the rule, or to the heading above.
  void close() {
    Group group = groups.removeLast();
    Group above = groups.getLast();
    if (group.pending.isEmpty() && !group.deeds) {
      text.missing.addAll(group.acts); // nobody says when
    }
    if (group.pending.isEmpty()) {
      above.deeds |= group.deeds;
      return;
    }
    text.entries.sentence = String.join("; ", group.said);
    text.exits.sentence = text.entries.sentence;
    Part part = group.place.part();
    boolean nested = part == above.place.part() && (group.place.side() == above.place.side());
    Test together = group.place.any() ? Test.any(group.pending) : Test.all(group.pending);
    if (part == Part.EXIT) {
      if (nested && !above.place.any()) {
        above.add(together, group);
      } else {
        text.exits.alternative(group.place.side(), together);
      }
    } else if (part == Part.ENTRY && nested) {
      above.add(together, group);
    } else if (part == Part.ENTRY && !group.deeds) {
      text.entries.alternative(group.place.side(), together);
    } else if (part == Part.ENTRY && group.place.any()) {
      text.entries.common(group.place.side(), together);
    } else {
      group.pending.forEach(t -> text.entries.common(group.place.side(), t));
    }
  }

  /// A test under the heading at hand.
  void pending(Test test, String sentence) {
    groups.getLast().pending.add(test);
    groups.getLast().said.add(sentence);
    groups.getLast().labels.add(Scanner.fold(text.label));
  }

  /// The only condition under the heading at hand whose label has a word; null where none has, or
  /// several.
  @Nullable Test labelled(String word) {
    Group group = groups.getLast();
    String folded = Scanner.fold(word);
    @Nullable Test found = null;
    for (int i = 0; i < group.labels.size(); i++) {
      if (List.of(group.labels.get(i).split(" ", -1)).contains(folded)) {
        if (found != null) {
          return null;
        }
        found = group.pending.get(i);
      }
    }
    return found;
  }

  /// Puts another condition in the place of one under the heading at hand.
  void replace(Test one, Test other) {
    groups.getLast().pending.replaceAll(t -> t.equals(one) ? other : t);
  }

  /// "Enter a long position at the next open", among the conditions for it; false where the heading
  /// is for the other side.
  boolean acts(Deed deed, String sentence) {
    Group group = groups.getLast();
    boolean fits = deed.side() == group.place.side() && deed.size() == 0;
    if (fits) {
      group.acts.add(sentence);
    }
    return fits;
  }

  /// The heading at hand has a deed.
  void deed() {
    groups.getLast().deeds = true;
  }
}
