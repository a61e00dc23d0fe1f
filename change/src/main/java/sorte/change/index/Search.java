package sorte.change.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds declarations by what people type: `EmaCross`, `strategies.EmaCross`, `EmaCross.exitLong`,
/// `Strategy.ema(int)`, `ema-cross`, a beginning, or the humps of a name (`SCL`).
public final class Search {
  /// The most that a search gives.
  public static final int FOUND_MOST = 200;

  private final CodeIndex index;

  public Search(CodeIndex index) {
    this.index = index;
  }

  /// How well a name fits, best first.
  public enum Fit {
    EXACT,
    /// But for capitals, dashes and underscores.
    FOLDED,
    PREFIX,
    HUMPS,
    WITHIN
  }

  /// One thing found.
  public record Found(Declaration declaration, Fit fit) {}

  /// What fits `name`, best first: by fit, then types before members, source before tests, short
  /// names before long ones.
  public List<Found> find(String name) {
    Asking asking = Asking.of(name);
    List<Found> found = new ArrayList<>();
    for (Declaration declaration : index.declarations().values()) {
      Fit fit = asking.fit(declaration);
      if (fit != null) {
        found.add(new Found(declaration, fit));
      }
    }
    found.sort(
        Comparator.comparing(Found::fit)
            .thenComparing(f -> !f.declaration().kind().isType())
            .thenComparing(f -> isTest(f.declaration()))
            .thenComparing(f -> f.declaration().name().length())
            .thenComparing(f -> f.declaration().key()));
    return List.copyOf(found.subList(0, Math.min(found.size(), FOUND_MOST)));
  }

  static boolean isTest(Declaration declaration) {
    return declaration.path().contains("src/test/");
  }

  /// What `name` speaks of where one thing must be meant: exact names first, then those that differ
  /// in capitals and dashes alone.
  public Asked one(String name) {
    for (Fit fit : new Fit[] {Fit.EXACT, Fit.FOLDED}) {
      List<Declaration> all =
          find(name).stream()
              .filter(f -> f.fit() == fit)
              .map(Found::declaration)
              .filter(d -> d.kind() != Kind.CONSTRUCTOR || name.contains("("))
              .toList();
      if (all.size() == 1) {
        return new Asked.One(all.getFirst());
      }
      if (all.size() > 1) {
        return new Asked.Several(all);
      }
    }
    return new Asked.Unknown(near(name));
  }

  /// What has a name like `name`.
  public List<Declaration> near(String name) {
    return Nearness.near(name, index.declarations().values());
  }

  /// A name taken apart once: what comes before the last part must end the owner's name.
  private record Asking(String owner, String last, List<String> parameters, boolean listed) {

    static Asking of(String name) {
      String typed = name.strip().replace('#', '.');
      int bracket = typed.indexOf('(');
      boolean listed = bracket >= 0 && typed.endsWith(")");
      List<String> parameters = new ArrayList<>();
      if (listed) {
        for (String type : typed.substring(bracket + 1, typed.length() - 1).split(",")) {
          if (!type.isBlank()) {
            parameters.add(Keys.simple(type.strip()));
          }
        }
        typed = typed.substring(0, bracket);
      }
      if (typed.startsWith("new ")) {
        typed = typed.substring("new ".length()).strip();
      }
      int dot = typed.lastIndexOf('.');
      return new Asking(
          dot < 0 ? "" : typed.substring(0, dot), typed.substring(dot + 1), parameters, listed);
    }

    @org.jspecify.annotations.Nullable
    Fit fit(Declaration declaration) {
      if (last.isEmpty()
          || listed
              && !(declaration.key().endsWith(")")
                  && Keys.parameters(declaration.key()).equals(parameters))) {
        return null;
      }
      boolean same = endsWith(declaration.owner(), owner);
      if (!same && !endsWithFolded(declaration.owner(), owner)) {
        return null;
      }
      Fit fit = ofName(declaration.name());
      return fit == Fit.EXACT && !same ? Fit.FOLDED : fit;
    }

    private @org.jspecify.annotations.Nullable Fit ofName(String name) {
      if (name.equals(last)) {
        return Fit.EXACT;
      }
      String wanted = folded(last);
      String has = folded(name);
      if (wanted.isEmpty()) {
        return null;
      }
      if (has.equals(wanted)) {
        return Fit.FOLDED;
      }
      if (has.startsWith(wanted)) {
        return Fit.PREFIX;
      }
      if (isHumps(last, name)) {
        return Fit.HUMPS;
      }
      return wanted.length() > 2 && has.contains(wanted) ? Fit.WITHIN : null;
    }

    /// `SmaCL` for `SmaCrossLong`: each capital begins a hump, the first one the name.
    private static boolean isHumps(String typed, String name) {
      if (typed.charAt(0) != name.charAt(0)
          || typed.chars().filter(Character::isUpperCase).count() < 2) {
        return false;
      }
      int at = 1;
      for (int i = 1; i < typed.length(); i++) {
        char c = typed.charAt(i);
        while (Character.isUpperCase(c) && at < name.length() && !beginsHump(name, at, c)) {
          at++;
        }
        if (at >= name.length() || name.charAt(at) != c) {
          return false;
        }
        at++;
      }
      return true;
    }

    private static boolean beginsHump(String name, int at, char c) {
      return name.charAt(at) == c && !Character.isUpperCase(name.charAt(at - 1));
    }

    private static boolean endsWith(String owner, String wanted) {
      return wanted.isEmpty() || owner.equals(wanted) || owner.endsWith("." + wanted);
    }

    private static boolean endsWithFolded(String owner, String wanted) {
      String[] has = owner.split("\\.");
      String[] parts = wanted.split("\\.");
      if (parts.length > has.length) {
        return false;
      }
      for (int i = 1; i <= parts.length; i++) {
        if (!folded(has[has.length - i]).equals(folded(parts[parts.length - i]))) {
          return false;
        }
      }
      return true;
    }

    private static String folded(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
  }
}
