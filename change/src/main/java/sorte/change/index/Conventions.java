package sorte.change.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What the authors of files are used to: how they indent, end lines, name and order things. Each
/// habit says how many of the places looked at have it, so that one who follows it knows how firm
/// it is.
public record Conventions(
    Habit indentation,
    Habit lineEnd,
    Habit finalNewline,
    Habit brace,
    Habit fields,
    Habit constants,
    Habit methods,
    Habit parameters,
    List<Group> order) {

  /// What most do.
  ///
  /// @param form such as `2 spaces`, `tab`, `LF`, `same line`, `camelCase`; empty where nothing
  ///   shows
  /// @param agreed places that have it, of `seen`
  public record Habit(String form, int agreed, int seen) {
    public boolean isKnown() {
      return !form.isEmpty();
    }
  }

  /// Kinds of members, as an order has them.
  public enum Group {
    CONSTANTS,
    FIELDS,
    CONSTRUCTORS,
    METHODS,
    TYPES;

    static Group of(Declaration member) {
      return switch (member.kind()) {
        case CONSTRUCTOR -> CONSTRUCTORS;
        case METHOD -> METHODS;
        case CONSTANT -> CONSTANTS;
        case COMPONENT, PARAMETER -> FIELDS;
        case FIELD -> isConstant(member) ? CONSTANTS : FIELDS;
        case CLASS, INTERFACE, RECORD, ENUM, ANNOTATION -> TYPES;
      };
    }

    private static boolean isConstant(Declaration field) {
      return field.signature().contains("static ") && field.signature().contains("final ");
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The habits of `files`, as `index` has read them; one file, or a whole tree.
  public static Conventions of(CodeIndex index, Collection<SourceFile> files) {
    Votes indentation = new Votes();
    Votes lineEnd = new Votes();
    Votes finalNewline = new Votes();
    Votes brace = new Votes();
    Map<Group, Votes> names = new EnumMap<>(Group.class);
    Votes parameters = new Votes();
    Order order = new Order();
    for (SourceFile file : files) {
      Lines lines = new Lines(file.text());
      lines.indentation().ifPresent(indentation::add);
      lines.ends(lineEnd);
      finalNewline.add(file.text().endsWith("\n") || file.text().endsWith("\r") ? "yes" : "no");
      lines.braces(brace);
      Reading reading = index.readings().get(file.path());
      for (Declaration declaration :
          reading == null ? List.<Declaration>of() : reading.declarations()) {
        Group group = Group.of(declaration);
        if (group != Group.TYPES && group != Group.CONSTRUCTORS && !Search.isTest(declaration)) {
          Votes votes =
              declaration.kind() == Kind.PARAMETER
                  ? parameters
                  : names.computeIfAbsent(group, _ -> new Votes());
          votes.add(Naming.of(declaration.name()));
        }
        if (declaration.kind().isType()) {
          order.add(index.members(declaration));
        }
      }
    }
    return new Conventions(
        indentation.most(),
        lineEnd.most(),
        finalNewline.most(),
        brace.most(),
        names.getOrDefault(Group.FIELDS, new Votes()).most(),
        names.getOrDefault(Group.CONSTANTS, new Votes()).most(),
        names.getOrDefault(Group.METHODS, new Votes()).most(),
        parameters.most(),
        order.usual());
  }

  /// Votes for forms; of two with as many, the first by name.
  static final class Votes {
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String form) {
      counts.merge(form, 1, Integer::sum);
    }

    Habit most() {
      int seen = counts.values().stream().mapToInt(Integer::intValue).sum();
      return counts.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .map(most -> new Habit(most.getKey(), most.getValue(), seen))
          .orElse(new Habit("", 0, 0));
    }
  }

  /// Which group comes before which, counted over types that have both.
  private static final class Order {
    private final int[][] before = new int[Group.values().length][Group.values().length];
    private final boolean[] seen = new boolean[Group.values().length];

    void add(List<Declaration> members) {
      List<Group> groups =
          members.stream()
              .filter(m -> m.kind() != Kind.COMPONENT && m.kind() != Kind.PARAMETER)
              .map(Group::of)
              .toList();
      for (int i = 0; i < groups.size(); i++) {
        seen[groups.get(i).ordinal()] = true;
        for (int j = i + 1; j < groups.size(); j++) {
          before[groups.get(i).ordinal()][groups.get(j).ordinal()]++;
        }
      }
    }

    /// The groups there are, each before those that it mostly stands before.
    List<Group> usual() {
      List<Group> groups = new ArrayList<>();
      for (Group group : Group.values()) {
        if (seen[group.ordinal()]) {
          groups.add(group);
        }
      }
      groups.sort(
          Comparator.comparingInt(this::wins).reversed().thenComparing(Comparator.naturalOrder()));
      return List.copyOf(groups);
    }

    private int wins(Group group) {
      int wins = 0;
      for (Group other : Group.values()) {
        wins +=
            Integer.signum(
                before[group.ordinal()][other.ordinal()]
                    - before[other.ordinal()][group.ordinal()]);
      }
      return wins;
    }
  }
}
