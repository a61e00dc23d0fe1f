package sorte.change.index;

import java.util.Optional;

/// The lines of a text, as far as habits of layout show in them.
final class Lines {
  private static final int WIDEST = 8;

  private final String text;

  Lines(String text) {
    this.text = text;
  }

  /// One step of indentation: `tab`, or so many spaces. Told by how much further in a line stands
  /// than the one before, where that one opened a block.
  Optional<String> indentation() {
    int[] steps = new int[WIDEST + 1];
    int tabs = 0;
    String opener = null;
    for (String line : text.split("\\R")) {
      if (line.isBlank()) {
        continue;
      }
      if (opener != null && line.length() > indent(line)) {
        String from = opener.substring(0, indent(opener));
        String to = line.substring(0, indent(line));
        if (to.startsWith(from) && to.length() > from.length()) {
          String step = to.substring(from.length());
          if (step.equals("\t")) {
            tabs++;
          } else if (step.isBlank() && step.indexOf('\t') < 0 && step.length() <= WIDEST) {
            steps[step.length()]++;
          }
        }
      }
      opener = line.stripTrailing().endsWith("{") ? line : null;
    }
    int best = 0;
    for (int width = 1; width <= WIDEST; width++) {
      best = steps[width] > steps[best] ? width : best;
    }
    if (tabs == 0 && steps[best] == 0) {
      return Optional.empty();
    }
    return Optional.of(tabs >= steps[best] ? "tab" : best == 1 ? "1 space" : best + " spaces");
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  void ends(Conventions.Votes votes) {
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\r\n", i)) {
        votes.add("CRLF");
        i++;
      } else if (text.charAt(i) == '\n') {
        votes.add("LF");
      } else if (text.charAt(i) == '\r') {
        votes.add("CR");
      }
    }
  }

  /// Where a block's brace stands: behind what it belongs to, or alone.
  void braces(Conventions.Votes votes) {
    for (String line : text.split("\\R")) {
      String code = line.strip();
      if (code.equals("{")) {
        votes.add("line of its own");
      } else if (code.endsWith("{") && !code.startsWith("//") && !code.startsWith("*")) {
        votes.add("same line");
      }
    }
  }
}
