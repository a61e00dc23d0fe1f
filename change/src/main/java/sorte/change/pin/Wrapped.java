package sorte.change.pin;

import java.util.ArrayList;
import java.util.List;

/// Breaks a statement into lines that fit: a chain of calls one call a line, arguments one level
/// in.
final class Wrapped {
  private Wrapped() {}

  static List<String> lines(String statement, int width) {
    List<String> lines = new ArrayList<>();
    wrap(statement, width, "", lines);
    return lines;
  }

  private static void wrap(String text, int width, String indent, List<String> lines) {
    if (indent.length() + text.length() <= width) {
      lines.add(indent + text);
      return;
    }
    List<String> chain = chain(text);
    if (chain.size() > 2) {
      lines.add(indent + chain.getFirst());
      for (String call : chain.subList(1, chain.size())) {
        wrap(call, width, indent + "    ", lines);
      }
      return;
    }
    int open = text.indexOf('(');
    int close = open < 0 ? -1 : closing(text, open);
    if (open < 0 || close == open + 1) {
      lines.add(indent + text);
      return;
    }
    List<String> arguments = arguments(text.substring(open + 1, close));
    String rest = text.substring(close);
    lines.add(indent + text.substring(0, open + 1));
    boolean numbers = arguments.stream().allMatch(a -> a.matches("[0-9.E-]+"));
    if (numbers) {
      filled(arguments, rest, width, indent + "    ", lines);
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      String end = i == arguments.size() - 1 ? rest : ",";
      wrap(arguments.get(i) + end, width, indent + "    ", lines);
    }
  }

  /// Numbers, as many in a line as fit.
  private static void filled(
      List<String> numbers, String rest, int width, String indent, List<String> lines) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < numbers.size(); i++) {
      String next = numbers.get(i) + (i == numbers.size() - 1 ? rest : ",");
      if (line.length() > indent.length() && line.length() + 1 + next.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(line.length() == indent.length() ? "" : " ").append(next);
    }
    lines.add(line.toString());
  }

  /// `a.b(c).d(e)` as `a`, `.b(c)`, `.d(e)`: what begins with a point outside of brackets.
  private static List<String> chain(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      boolean link = !quoted && depth == 0 && c == '.' && i > 0 && text.charAt(i - 1) == ')';
      if (link) {
        parts.add(text.substring(from, i));
        from = i;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("a bracket stays open in " + text);
  }

  private static List<String> arguments(String text) {
    List<String> all = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (!quoted && depth == 0 && c == ',') {
        all.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    all.add(text.substring(from).strip());
    return all;
  }
}
