package sorte.change.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sorte.change.edit.Lexemes.Kind;
import sorte.change.edit.Lexemes.Lexeme;
import sorte.change.edit.Outline.Part;

/// What every edit keeps, whatever it does: each byte outside of it, the comments, the file's line
/// breaks and indentation.
final class Guarantees {
  private final Outline before;
  private final Outline after;
  private final Set<String> claimed;

  Guarantees(Outline before, Outline after, Set<String> claimed) {
    this.before = before;
    this.after = after;
    this.claimed = claimed;
  }

  static void require(boolean held, String what, Object... seen) {
    if (!held) {
      throw new AssertionError(what.formatted(seen));
    }
  }

  /// The parts that are not the same in both, for whoever asks whether they were meant.
  Set<String> hold(boolean removes) {
    Set<String> changed = parts();
    for (String label : changed) {
      require(claimed.contains(claim(label)), "%s changed, claimed were %s", label, claimed);
    }
    gaps();
    comments(removes);
    lines();
    return changed;
  }

  /// How the editor names that part.
  private static String claim(String label) {
    return label.replaceAll("#[0-9]+$", "");
  }

  private Set<String> parts() {
    Set<String> changed = new TreeSet<>();
    List<String> keptBefore = new ArrayList<>();
    List<String> keptAfter = new ArrayList<>();
    for (Part part : before.parts().values()) {
      Part now = after.parts().get(part.label());
      if (now == null) {
        changed.add(part.label());
      } else {
        keptBefore.add(part.label());
        if (!before.of(part).equals(after.of(now))) {
          changed.add(part.label());
        }
      }
    }
    for (Part part : after.parts().values()) {
      if (before.parts().containsKey(part.label())) {
        keptAfter.add(part.label());
      } else {
        changed.add(part.label());
      }
    }
    require(keptBefore.equals(keptAfter), "the order of members changed: %s", keptAfter);
    return changed;
  }

  /// Between two parts that stand in both, everything is as it was but for what came or went with a
  /// part between them.
  private void gaps() {
    List<Part> a = new ArrayList<>(before.parts().values());
    List<Part> b = new ArrayList<>(after.parts().values());
    int i = 0;
    int j = 0;
    int fromA = 0;
    int fromB = 0;
    while (i <= a.size() && j <= b.size()) {
      StringBuilder gone = new StringBuilder();
      StringBuilder come = new StringBuilder();
      int removed = 0;
      int added = 0;
      while (i < a.size() && !after.parts().containsKey(a.get(i).label())) {
        gone.append(before.text(), fromA, a.get(i).from());
        fromA = a.get(i++).to();
        removed++;
      }
      while (j < b.size() && !before.parts().containsKey(b.get(j).label())) {
        come.append(after.text(), fromB, b.get(j).from());
        fromB = b.get(j++).to();
        added++;
      }
      gone.append(before.text(), fromA, i < a.size() ? a.get(i).from() : before.text().length());
      come.append(after.text(), fromB, j < b.size() ? b.get(j).from() : after.text().length());
      gap(gone.toString(), come.toString(), removed, added);
      fromA = i < a.size() ? a.get(i).to() : 0;
      fromB = j < b.size() ? b.get(j).to() : 0;
      i++;
      j++;
    }
  }

  private static void gap(String was, String is, int removed, int added) {
    if (removed == 0 && added == 0) {
      require(was.equals(is), "between parts: «%s» became «%s»", was, is);
    } else if (removed == 0) {
      require(isIn(was, is) || isIn("," + was, is), "beside a new part: «%s» became «%s»", was, is);
    } else if (added == 0) {
      require(
          isWithin(is, was) || isWithin(signs(is), signs(was)),
          "where a part went: «%s» became «%s»",
          was,
          is);
    } else {
      require(comments(was).containsAll(comments(is)), "«%s» became «%s»", was, is);
    }
  }

  /// Whether `longer` is `shorter` with one more stretch in it, blank but for a comma.
  private static boolean isIn(String shorter, String longer) {
    int extra = longer.length() - shorter.length();
    for (int k = 0; extra >= 0 && k <= shorter.length(); k++) {
      if (longer.startsWith(shorter.substring(0, k))
          && longer.endsWith(shorter.substring(k))
          && longer.substring(k, k + extra).replace(",", "").isBlank()) {
        return true;
      }
    }
    return false;
  }

  /// Whether `longer` is `shorter` with one more stretch in it.
  private static boolean isWithin(String shorter, String longer) {
    int extra = longer.length() - shorter.length();
    for (int k = 0; extra >= 0 && k <= shorter.length(); k++) {
      if (longer.startsWith(shorter.substring(0, k)) && longer.endsWith(shorter.substring(k))) {
        return true;
      }
    }
    return false;
  }

  /// Comments and signs without what is blank.
  private static List<String> signs(String text) {
    return Lexemes.of(text).stream()
        .filter(l -> l.kind() != Kind.BLANK && l.kind() != Kind.BREAK)
        .map(l -> l.text().strip())
        .toList();
  }

  private static List<String> comments(String text) {
    return Lexemes.of(text).stream()
        .filter(l -> l.kind() == Kind.COMMENT)
        .map(Lexeme::text)
        .toList();
  }

  /// A comment and the code that it speaks of: what stands before it in its line, from the last
  /// brace on, else the first word that follows.
  private record Remark(String comment, boolean behind, List<String> code) {}

  private static List<Remark> remarks(String text) {
    List<Lexeme> all = Lexemes.of(text);
    List<Remark> remarks = new ArrayList<>();
    List<String> line = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Lexeme lexeme = all.get(i);
      if (lexeme.kind() == Kind.BREAK) {
        line.clear();
      } else if (lexeme.is("{") || lexeme.is("}")) {
        line.clear();
        line.add(lexeme.text());
      } else if (speaks(lexeme)) {
        line.add(lexeme.text());
      } else if (lexeme.kind() == Kind.COMMENT) {
        boolean behind = !line.isEmpty();
        remarks.add(
            new Remark(lexeme.text(), behind, List.copyOf(behind ? line : following(all, i))));
      }
    }
    return remarks;
  }

  private static boolean speaks(Lexeme lexeme) {
    return lexeme.isCode()
        && !Set.of("(", ")", "{", "}", ",", "&&", "||", ";").contains(lexeme.text());
  }

  private static List<String> following(List<Lexeme> all, int comment) {
    return all.subList(comment, all.size()).stream()
        .filter(Guarantees::speaks)
        .limit(1)
        .map(Lexeme::text)
        .toList();
  }

  private void comments(boolean removes) {
    List<Remark> was = remarks(before.text());
    List<Remark> is = remarks(after.text());
    if (!removes) {
      require(texts(was).equals(texts(is)), "comments %s became %s", texts(was), texts(is));
      for (int i = 0; i < was.size(); i++) {
        require(
            isWithin(was.get(i).code(), is.get(i).code()), "%s became %s", was.get(i), is.get(i));
      }
      return;
    }
    int at = 0;
    for (Remark remark : is) {
      int from = at;
      while (at < was.size() && !stillSpeaks(was.get(at), remark)) {
        at++;
      }
      require(
          at < was.size(),
          "%s speaks of something else now; there were %s",
          remark,
          was.subList(from, was.size()));
      at++;
    }
  }

  /// The same comment, of the same code or of what is left of it; a comment in lines of its own
  /// stays as the heading of what follows.
  private static boolean stillSpeaks(Remark was, Remark is) {
    return was.comment().equals(is.comment())
        && (!was.behind()
            || isWithin(was.code(), is.code())
            || !is.code().isEmpty() && isWithin(is.code(), was.code())
            || sharesFirst(was.code(), is.code()));
  }

  /// The line begins as it began: only what stood further on was replaced.
  private static boolean sharesFirst(List<String> a, List<String> b) {
    return !a.isEmpty() && !b.isEmpty() && a.getFirst().equals(b.getFirst()) && a.size() == 1;
  }

  private static List<String> texts(List<Remark> remarks) {
    return remarks.stream().map(Remark::comment).toList();
  }

  /// Whether `few` stand in `many` in this order; a value is as good as another.
  private static boolean isWithin(List<String> few, List<String> many) {
    int at = 0;
    for (String word : many) {
      if (at < few.size() && (few.get(at).equals(word) || isValue(few.get(at)) && isValue(word))) {
        at++;
      }
    }
    return at == few.size();
  }

  private static boolean isValue(String code) {
    return code.matches("-|[A-Z_]{2,}|[.0-9].*|\".*\"|[*/]");
  }

  private void lines() {
    Set<String> breaks = new TreeSet<>();
    Lexemes.of(before.text()).stream()
        .filter(l -> l.kind() == Kind.BREAK)
        .forEach(l -> breaks.add(l.text()));
    List<Lexeme> now = Lexemes.of(after.text());
    for (Lexeme lexeme : now) {
      require(
          lexeme.kind() != Kind.BREAK || breaks.contains(lexeme.text()) || breaks.isEmpty(),
          "another kind of line break");
    }
    require(blankEnds(after.text()) <= blankEnds(before.text()), "blanks at the end of a new line");
    require(
        before.text().isEmpty()
            || isBreak(before.text().charAt(before.text().length() - 1))
                == isBreak(after.text().charAt(after.text().length() - 1)),
        "the end of the file changed");
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static long blankEnds(String text) {
    return text.lines().filter(l -> l.endsWith(" ") || l.endsWith("\t")).count();
  }
}
