package sorte.change.index;

/// How a name is written.
final class Naming {
  private Naming() {}

  static String of(String name) {
    if (name.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")) {
      return "UPPER_CASE";
    }
    if (name.matches("[a-z][a-z0-9]*([A-Z][A-Za-z0-9]*)?")) {
      return "camelCase";
    }
    if (name.matches("[a-z]_[A-Za-z]\\w*")) {
      return "prefixed";
    }
    if (name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)+")) {
      return "snake_case";
    }
    if (name.matches("_+[A-Za-z].*")) {
      return "_leading";
    }
    return name.matches("[A-Z][A-Za-z0-9]*") ? "PascalCase" : "mixed";
  }
}
