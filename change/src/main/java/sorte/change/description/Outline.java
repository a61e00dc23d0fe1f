package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The shape of a text: headings, lists in lists, paragraphs, as people and Markdown write them.
final class Outline {
  /// The most lines that are read of a text.
  static final int MOST_LINES = 2_000;

  private static final int LONGEST_LABEL = 90;
  private static final Pattern BULLET =
      Pattern.compile("^(\\s*)(?:[-*+•–—]|\\(?\\d{1,2}[.)]|\\(?[a-h][.)])\\s+(.*)$");
  private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s+(.*)$");
  private static final Pattern BOLD_LABEL =
      Pattern.compile("^\\*{1,2}\\s*([^*]+?)\\s*:?\\s*\\*{1,2}\\s*:?\\s*(.*)$");
  private static final Pattern LABEL =
      Pattern.compile("^([^:.]{2," + LONGEST_LABEL + "}?):(?:\\s+(.*))?$");

  private Outline() {}

  private static final Pattern BOLD_HEADING =
      Pattern.compile("(?m)^\\s{0,3}(?:#{1,6}\\s.*|\\*\\*[^*\\n]+\\*\\*:?\\s*)$");

  static List<Item> of(String text) {
    boolean marked = BOLD_HEADING.matcher(text).results().count() > 1;
    List<Item> roots = new ArrayList<>();
    List<Item> open = new ArrayList<>();
    String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
    for (int i = 0; i < lines.length && i < MOST_LINES; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      Item item = item(lines[i]);
      if (item.depth == 0
          && !open.isEmpty()
          && (marked
              ? !BOLD_HEADING.matcher(lines[i]).matches() && !lines[i].startsWith("**")
              : item.label.isEmpty() && open.getFirst().text.isEmpty())) {
        item = new Item(item.label, item.text, 1);
      }
      while (!open.isEmpty() && open.getLast().depth >= item.depth) {
        open.removeLast();
      }
      (open.isEmpty() ? roots : open.getLast().under).add(item);
      open.add(item);
    }
    return roots;
  }

  private static Item item(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      return labelled(heading.group(1), 0, true);
    }
    Matcher bullet = BULLET.matcher(line);
    if (bullet.matches() && !line.strip().matches("\\*\\*[^*]+\\*\\*:?.*")) {
      return labelled(bullet.group(2), 2 + bullet.group(1).length(), false);
    }
    int indent = line.length() - line.stripLeading().length();
    return labelled(line.strip(), indent == 0 ? 0 : 1 + indent, false);
  }

  private static Item labelled(String raw, int depth, boolean heading) {
    String line = raw.strip().replaceFirst("^\\((Optional[^)]*)\\)", "$1:");
    Matcher bold = BOLD_LABEL.matcher(line);
    boolean marked = bold.matches() && (line.contains(":") || bold.group(2).isEmpty());
    if (marked && labels(line, bold)) {
      return shaped(bold.group(1), bold.group(2), depth, heading);
    }
    String plain = line.replace("**", "").replace("__", "");
    if (heading) {
      return new Item(plain.replaceFirst(":\\s*$", ""), "", 0);
    }
    Matcher label = LABEL.matcher(plain);
    if (label.matches() && plain(label.group(1))) {
      String rest = label.group(2) == null ? "" : label.group(2);
      return shaped(label.group(1), rest, depth, false);
    }
    return new Item("", plain, depth);
  }

  /// A heading of its own stands above the lists that follow it.
  private static Item shaped(String label, String rest, int depth, boolean heading) {
    String text = rest.replace("**", "").replaceFirst("^:\\s*", "").strip();
    return new Item(label.strip(), text, heading ? 0 : depth);
  }

  /// Whether bold words at the head of a line name it, and are not part of a sentence.
  private static boolean labels(String line, Matcher bold) {
    String after = bold.group(2);
    return after.isEmpty()
        || line.matches("^\\*{1,2}[^*]+:\\s*\\*{1,2}.*")
        || line.matches("^\\*{1,2}[^*]+\\*{1,2}\\s*:.*");
  }

  /// Whether what stands before a colon is a name, and no part of a rule.
  private static boolean plain(String label) {
    return !label.matches("(?i)(?:define|let|defina) .*\\b(?:as|como)")
        && !label.matches(".*[<>=\\[\\]].*")
        && !label.matches(".*\\d:?$")
        && label.split("\\s+").length <= 12;
  }

  private static final Pattern NUMBER =
      Pattern.compile("(?<=^|[\\s:;,.])(?<![-+*/=<>]\\s)\\(?(\\d)\\)\\s+");

  /// A text whose clauses are numbered in the line: what stands before the first is above the
  /// others. The same text where they are not.
  static List<Item> enumerated(Item item) {
    List<Item> out = new ArrayList<>();
    String text = item.text;
    Matcher m = NUMBER.matcher(text);
    int from = 0;
    int expected = 1;
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    while (m.find()) {
      int number = Integer.parseInt(m.group(1));
      if (number == 1 && starts.size() > 1) {
        from = run(item, text, from, starts, ends, out);
        starts.clear();
        ends.clear();
        expected = 1;
      }
      if (number == expected) {
        starts.add(m.start());
        ends.add(m.end());
        expected++;
      }
    }
    if (starts.size() > 1) {
      from = run(item, text, from, starts, ends, out);
    }
    if (out.isEmpty()) {
      return List.of(item);
    }
    if (!text.substring(from).isBlank()) {
      out.add(new Item("", text.substring(from).strip(), item.depth));
    }
    return out;
  }

  private static int run(
      Item item, String text, int from, List<Integer> starts, List<Integer> ends, List<Item> out) {
    String before = text.substring(from, starts.getFirst()).strip();
    List<String> heads = sentences(before);
    String head = heads.isEmpty() ? "" : heads.getLast();
    boolean whole = head.endsWith(":") || head.isEmpty() || !before.endsWith(".");
    if (heads.size() > 1 || !whole) {
      int keep = whole ? before.lastIndexOf(head) : before.length();
      out.add(
          new Item(out.isEmpty() ? item.label : "", before.substring(0, keep).strip(), item.depth));
      head = whole ? head : "";
    }
    Item above =
        new Item(
            heads.size() > 1 || item.label.isEmpty()
                ? head.replaceFirst(":\\s*$", "")
                : (item.label + " " + head).replaceFirst(":\\s*$", ""),
            "",
            item.depth);
    int end = text.length();
    for (int i = 0; i < starts.size(); i++) {
      int stop = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String segment = text.substring(ends.get(i), stop);
      if (i + 1 == starts.size()) {
        String first = sentences(segment).isEmpty() ? segment : sentences(segment).getFirst();
        end = ends.get(i) + segment.indexOf(first) + first.length();
        end = end < text.length() ? end + 1 : end;
        segment = first;
      }
      above.under.add(
          labelled(
              segment
                  .strip()
                  .replaceFirst("[;,.]\\s*(and|or|e|ou)?$", "")
                  .replaceFirst("(?i)[;,]?\\s+(and|or|e|ou)$", ""),
              item.depth + 2,
              false));
    }
    out.add(above);
    return end;
  }

  /// "Define an engulfing pattern as: this; that; and the third" is one sentence.
  private static final Pattern DEFINES =
      Pattern.compile(
          "(?is)^\\s*(?:define|let|defina)\\b[^.;:=]{3,60}\\b(?:as|como):(?!\\s*(?:go|enter|buy|sell|long|short|compr|vend|entr))");

  /// The sentences of a text: a full stop between digits or in `e.g.` ends none.
  static List<String> sentences(String text) {
    List<String> out = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      boolean listed = c == ';' && DEFINES.matcher(text.substring(start, i)).find();
      boolean stop = c == '.' && ends(text, i) || c == ';' && !listed || c == '•';
      if (stop && depth <= 0) {
        add(out, text.substring(start, i));
        start = i + 1;
        depth = 0;
      }
    }
    add(out, text.substring(start));
    return out;
  }

  private static void add(List<String> out, String sentence) {
    String s = sentence.strip();
    if (!s.isEmpty()) {
      out.add(s);
    }
  }

  private static boolean ends(String text, int dot) {
    boolean before =
        dot + 1 == text.length()
            || Character.isWhitespace(text.charAt(dot + 1))
            || text.charAt(dot + 1) == ')'
            || "\u201d\u2019\"'".indexOf(text.charAt(dot + 1)) >= 0
                && (dot + 2 == text.length() || Character.isWhitespace(text.charAt(dot + 2)));
    String head = text.substring(Math.max(0, dot - 4), dot).toLowerCase(java.util.Locale.ROOT);
    boolean abbreviated =
        head.endsWith("e.g")
            || head.endsWith("i.e")
            || head.endsWith("vs")
            || head.endsWith("etc")
            || head.endsWith(" ex")
            || head.endsWith("(ex")
            || head.endsWith("u.s")
            || head.endsWith("a.m")
            || head.endsWith("p.m");
    return before && !abbreviated;
  }
}
