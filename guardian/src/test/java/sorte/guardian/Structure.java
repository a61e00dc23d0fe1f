package sorte.guardian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A source without what its author was free to choose: names that it declares are numbered in the
/// order in which they come, numbers and texts are only that, comments and blanks are gone. Two
/// sources of one structure differ in names only.
final class Structure {

  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'"
              + "|[A-Za-z_$][A-Za-z0-9_$]*|[0-9][0-9A-Za-z_.]*|\\S",
          Pattern.DOTALL);

  private static final Set<String> WORDS =
      Set.of(
          "abstract",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "non",
          "null",
          "package",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "var",
          "void",
          "volatile",
          "when",
          "while",
          "yield");

  private static final Set<String> BEFORE_NO_NAME =
      Set.of(
          "return",
          "throw",
          "new",
          "else",
          "case",
          "instanceof",
          "extends",
          "implements",
          "import",
          "package",
          "throws",
          "yield",
          "permits",
          "when");

  private Structure() {}

  /// The structure of a whole source.
  static String of(String source) {
    List<String> tokens = tokens(source);
    Map<String, Integer> declared = declared(tokens);
    StringBuilder all = new StringBuilder();
    for (String token : tokens) {
      char first = token.charAt(0);
      Integer number = declared.get(token);
      String shown = token;
      if (number != null) {
        shown = "n" + number;
      } else if (first == '"' || first == '\'') {
        shown = "\"";
      } else if (Character.isDigit(first)) {
        shown = "0";
      }
      all.append(shown).append(' ');
    }
    return all.toString();
  }

  /// The structure of a strategy's rules, with the structure of all that they may rest on but its
  /// parameters: their number is no other rule.
  static String ofRules(String source) {
    return of(source).replaceAll("(?s)record n\\d+ \\( .*? \\) \\{ \\}", "");
  }

  /// What an attack on a reader is made of: signs that no code has, texts, comments within the
  /// code.
  static String shown(String source) {
    StringBuilder shown = new StringBuilder();
    source
        .codePoints()
        .filter(c -> c > 126 || (c < 32 && c != '\n'))
        .distinct()
        .forEach(c -> shown.append(' ').append(c));
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      String token = matcher.group();
      boolean remark = token.startsWith("/") && token.length() > 1 && !token.startsWith("///");
      if (token.startsWith("\"") || (remark && !token.matches("// [a-z-]+: .*"))) {
        shown.append(' ').append(token);
      }
    }
    return shown.toString();
  }

  private static List<String> tokens(String source) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      String token = matcher.group();
      if (!token.startsWith("//") && !token.startsWith("/*")) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /// Names behind a type, or before an arrow: declared here.
  private static Map<String, Integer> declared(List<String> tokens) {
    Map<String, Integer> declared = new TreeMap<>();
    for (int i = 1; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String before = tokens.get(i - 1);
      boolean type =
          (name(before) && !BEFORE_NO_NAME.contains(before))
              || before.equals("]")
              || before.equals(">");
      boolean arrow =
          i + 2 < tokens.size() && tokens.get(i + 1).equals("-") && tokens.get(i + 2).equals(">");
      boolean fresh = name(token) && !WORDS.contains(token);
      if (fresh && ((type && !token.equals("enterLong")) || arrow)) {
        declared.putIfAbsent(token, declared.size());
      }
    }
    return declared;
  }

  private static boolean name(String token) {
    return Character.isJavaIdentifierStart(token.charAt(0));
  }
}
