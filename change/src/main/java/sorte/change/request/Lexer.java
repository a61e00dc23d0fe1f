package sorte.change.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tokens to lexemes: the longest phrase of the lexicon at each place, names, dates and symbols as
/// they stand, spelling forgiven where only one word can be meant.
final class Lexer {
  private static final Pattern CAMEL =
      Pattern.compile("[A-Za-z]*[a-z][A-Z][A-Za-z]*|[A-Z][a-z]+[A-Z][A-Za-z]*");
  private static final Pattern SYMBOL =
      Pattern.compile("(?i)[A-Z0-9]{2,8}[-/]?(USDT|USDC|USD|BRL|EUR|BTC|BUSD)");
  private static final Pattern KEBAB = Pattern.compile("\\p{L}[\\p{L}\\d]*(-[\\p{L}\\d]+)+");
  private static final Pattern DOTTED = Pattern.compile("\\p{L}[\\p{L}\\d]*([-.:][\\p{L}\\d]+)+");
  private static final Pattern DATE_DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern DATE_ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

  /// The most tokens without white space between them that are looked at as one name.
  private static final int LONGEST_RUN = 24;

  private static final Set<String> ENCLITICS =
      Set.of("lo", "la", "los", "las", "se", "me", "o", "a", "os", "as", "nos", "lhe");

  private final Lexicon lexicon;
  private final Language language;
  private final String text;
  private final List<Token> tokens;
  private final List<Lexeme> out = new ArrayList<>();
  private int unknown;

  Lexer(Lexicon lexicon, Language language, String text) {
    this.lexicon = lexicon;
    this.language = language;
    this.text = text;
    this.tokens = Token.cut(text);
    for (int i = 0; i < tokens.size(); i++) {
      tokens.set(i, written(i));
    }
  }

  /// What a short form of the phone stands for: `hj` is `hoje`, where it stands alone.
  private Token written(int i) {
    Token t = tokens.get(i);
    boolean joined = t.joined() || i + 1 < tokens.size() && joinedWord(tokens.get(i + 1));
    String whole = t.kind() != Token.Kind.WORD || joined ? null : lexicon.whole(t.folded());
    return whole == null ? t : new Token(t.raw(), whole, t.kind(), t.start(), t.end(), t.joined());
  }

  private static boolean joinedWord(Token next) {
    return next.joined() && (next.kind() != Token.Kind.SIGN || next.raw().equals("-"));
  }

  List<Lexeme> lexemes() {
    int i = 0;
    while (i < tokens.size()) {
      i = one(i);
    }
    return new QuantityMerger(out).merged();
  }

  /// How many words had no meaning at all.
  int unknown() {
    return unknown;
  }

  /// Whether something is said to belong to what was named.
  boolean possessive() {
    return tokens.stream().anyMatch(t -> lexicon.isPossessive(t.folded()));
  }

  private int one(int i) {
    Token token = tokens.get(i);
    int run = runEnd(i);
    String whole = owner(text.substring(token.start(), tokens.get(run).end()));
    int dated = date(whole, i, run);
    if (dated > 0) {
      return dated;
    }
    if (run > i && token.kind() != Token.Kind.SIGN) {
      int named = compound(whole, i, run);
      if (named > 0) {
        return named;
      }
    }
    if (token.kind() == Token.Kind.WORD && CAMEL.matcher(token.raw()).matches()) {
      return add(Set.of(new Concept("name", token.raw())), null, i, i);
    }
    if (token.kind() == Token.Kind.NUMBER) {
      return number(i, false);
    }
    boolean minus =
        token.folded().equals("-")
            && i + 1 < tokens.size()
            && tokens.get(i + 1).kind() == Token.Kind.NUMBER
            && tokens.get(i + 1).joined()
            && !token.joined();
    if (minus) {
      return number(i + 1, true);
    }
    return phrase(i);
  }

  /// The last token of the run without white space that starts here.
  private int runEnd(int i) {
    int end = i;
    while (end + 1 < tokens.size() && end - i < LONGEST_RUN && tokens.get(end + 1).joined()) {
      end++;
    }
    while (end > i
        && tokens.get(end).kind() == Token.Kind.SIGN
        && !tokens.get(end).raw().equals("%")) {
      end--;
    }
    return end;
  }

  /// `ema-cross's` speaks of `ema-cross`.
  private static String owner(String whole) {
    boolean possessive = whole.endsWith("'s") || whole.endsWith("’s");
    return possessive ? whole.substring(0, whole.length() - 2) : whole;
  }

  private int date(String whole, int i, int run) {
    Matcher iso = DATE_ISO.matcher(whole);
    Matcher dayFirst = DATE_DAY_FIRST.matcher(whole);
    String date = null;
    if (iso.matches()) {
      date = whole;
    } else if (dayFirst.matches()) {
      int first = Integer.parseInt(dayFirst.group(1));
      boolean clear = language == Language.PT || first > 12;
      date = clear ? iso(dayFirst.group(3), dayFirst.group(2), first) : null;
    }
    if (date == null || !real(date)) {
      return 0;
    }
    return add(Set.of(new Concept("date", date)), null, i, run);
  }

  private static String iso(String year, String month, int day) {
    return year + "-" + two(Integer.parseInt(month)) + "-" + two(day);
  }

  static String two(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }

  private static boolean real(String date) {
    try {
      java.time.LocalDate.parse(date);
      return true;
    } catch (java.time.format.DateTimeParseException e) {
      return false; // not a day of the calendar: the words are then read as what else they may be
    }
  }

  /// A symbol, a model or a strategy of several parts; 0 where the run is ordinary words.
  private int compound(String whole, int i, int run) {
    if (SYMBOL.matcher(whole).matches()) {
      return add(Set.of(new Concept("symbol", whole)), null, i, run);
    }
    if (tokens.get(i).kind() != Token.Kind.WORD || matchEnd(i) > run) {
      return 0;
    }
    boolean kebab = KEBAB.matcher(whole).matches();
    boolean dotted = DOTTED.matcher(whole).matches();
    String last = tokens.get(run).folded();
    boolean enclitic = ENCLITICS.contains(last) && whole.chars().noneMatch(Character::isDigit);
    if (kebab && !enclitic && !allKnown(i, run)) {
      return add(Set.of(new Concept("kebab", whole)), null, i, run);
    }
    if (kebab && !enclitic && run - i >= 2 && !numbersAndUnits(i, run)) {
      return add(Set.of(new Concept("kebab", whole)), null, i, run);
    }
    boolean digits = whole.chars().anyMatch(Character::isDigit);
    if (dotted && digits && whole.matches(".*[:.].*")) {
      return add(Set.of(new Concept("name", whole)), null, i, run);
    }
    return 0;
  }

  private boolean allKnown(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (tokens.get(i).kind() == Token.Kind.WORD && !lexicon.knows(tokens.get(i).folded())) {
        return false;
      }
    }
    return true;
  }

  private boolean numbersAndUnits(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (tokens.get(i).kind() == Token.Kind.WORD
          && lexicon.meanings(tokens.get(i).folded()).stream()
              .noneMatch(c -> c.kind().equals("number") || c.kind().equals("unit"))) {
        return false;
      }
    }
    return true;
  }

  private int number(int i, boolean negative) {
    Token token = tokens.get(i);
    Double value = NumberText.read(token.raw(), language);
    if (value == null) {
      return listed(token) ? list(token, i) : add(Set.of(), null, i, i);
    }
    boolean clock =
        i + 2 < tokens.size()
            && tokens.get(i + 1).raw().equals(":")
            && tokens.get(i + 1).joined()
            && tokens.get(i + 2).joined()
            && tokens.get(i + 2).raw().matches("[0-5]\\d")
            && value <= 24
            && value == Math.rint(value);
    if (clock) {
      double minutes = value * 60 + Integer.parseInt(tokens.get(i + 2).raw());
      return add(Set.of(), new Quantity(minutes, Quantity.Unit.CLOCK), i, i + 2);
    }
    return add(
        Set.of(),
        new Quantity(negative ? -value : value, Quantity.Unit.BARE),
        negative ? i - 1 : i,
        i);
  }

  /// `12,26,9` without spaces: three numbers, not one.
  private static boolean listed(Token token) {
    return token.raw().matches("\\d{1,3}(,\\d{1,3}){2}");
  }

  private int list(Token token, int i) {
    int at = token.start();
    for (String part : token.raw().split(",", -1)) {
      Quantity q = new Quantity(Double.parseDouble(part), Quantity.Unit.BARE);
      if (at > token.start()) {
        out.add(new Lexeme(Set.of(new Concept("comma", "")), null, ",", at - 1, at));
      }
      out.add(new Lexeme(Set.of(), q, part, at, at + part.length()));
      at += part.length() + 1;
    }
    return i + 1;
  }

  /// Where the longest phrase that starts at `i` ends (exclusive); `i` when there is none.
  private int matchEnd(int i) {
    Lexicon.Node node = lexicon.root();
    int best = i;
    int at = i;
    while (at < tokens.size()) {
      String word = tokens.get(at).folded();
      Lexicon.Node next = node.next.get(word);
      boolean skipped = next == null && at > i && (lexicon.isArticle(word) || joinedDash(at));
      if (!skipped) {
        if (next == null) {
          break;
        }
        node = next;
        if (!node.concepts.isEmpty()) {
          best = at + 1;
        }
      }
      at++;
    }
    return best;
  }

  private boolean joinedDash(int at) {
    return tokens.get(at).raw().equals("-")
        && tokens.get(at).joined()
        && at + 1 < tokens.size()
        && tokens.get(at + 1).joined();
  }

  private Set<Concept> conceptsOf(int from, int to) {
    Lexicon.Node node = lexicon.root();
    for (int at = from; at < to; at++) {
      Lexicon.Node next = node.next.get(tokens.get(at).folded());
      if (next != null) {
        node = next;
      }
    }
    return node.concepts;
  }

  private int phrase(int i) {
    int end = matchEnd(i);
    Token token = tokens.get(i);
    if (end > i) {
      Set<Concept> concepts = new LinkedHashSet<>(conceptsOf(i, end));
      if (end == i + 1
          && token.joined()
          && token.kind() == Token.Kind.WORD
          && token.folded().length() == 1) {
        concepts.add(new Concept("glued", token.folded()));
      }
      if (lexicon.isArticle(token.folded()) && end == i + 1) {
        concepts.add(new Concept("article", ""));
      }
      return add(concepts, null, i, end - 1);
    }
    if (lexicon.isArticle(token.folded())) {
      return add(Set.of(new Concept("article", "")), null, i, i);
    }
    if (joinedDash(i) || token.kind() == Token.Kind.SIGN) {
      return add(Set.of(new Concept("sign", token.raw())), null, i, i);
    }
    if (SYMBOL.matcher(token.raw()).matches()) {
      return add(Set.of(new Concept("symbol", token.raw())), null, i, i);
    }
    return misspelt(i);
  }

  private int misspelt(int i) {
    Token token = tokens.get(i);
    String meant = lexicon.corrected(token.folded());
    if (meant == null && i > 0) {
      meant = secondWord(tokens.get(i - 1).folded(), token.folded());
      if (meant != null && !out.isEmpty()) {
        Lexicon.Node node = lexicon.root().next.get(tokens.get(i - 1).folded());
        Lexicon.Node pair = node == null ? null : node.next.get(meant);
        Lexeme before = out.getLast();
        boolean alone =
            before.start() == tokens.get(i - 1).start() && before.end() == tokens.get(i - 1).end();
        if (pair != null && alone) { // else the words before would be lost
          out.removeLast();
          out.add(
              new Lexeme(
                  pair.concepts,
                  null,
                  text.substring(before.start(), token.end()),
                  before.start(),
                  token.end()));
          return i + 1;
        }
        meant = null;
      }
    }
    if (meant != null) {
      tokens.set(
          i,
          new Token(token.raw(), meant, token.kind(), token.start(), token.end(), token.joined()));
      if (i > 0
          && !out.isEmpty()
          && matchEnd(i - 1) > i // else the same word would be looked up for ever
          && out.getLast().end() == tokens.get(i - 1).end()
          && out.getLast().start() == tokens.get(i - 1).start()) {
        out.removeLast();
        return phrase(i - 1);
      }
      if (matchEnd(i) > i) {
        return phrase(i);
      }
    }
    unknown++;
    return add(Set.of(), null, i, i);
  }

  /// A short misspelt word that makes a phrase with the one before it, if only one does.
  private @Nullable String secondWord(String before, String word) {
    Lexicon.Node node = lexicon.root().next.get(before);
    if (node == null || word.length() < 3) {
      return null;
    }
    String found = null;
    for (var entry : node.next.entrySet()) {
      String candidate = entry.getKey();
      boolean near =
          candidate.length() >= 4
              && !entry.getValue().concepts.isEmpty()
              && candidate.charAt(0) == word.charAt(0)
              && EditDistance.within(candidate, word, 1);
      if (near) {
        if (found != null) {
          return null;
        }
        found = candidate;
      }
    }
    return found;
  }

  private int add(Set<Concept> concepts, @Nullable Quantity quantity, int first, int last) {
    int start = tokens.get(first).start();
    int end = tokens.get(last).end();
    out.add(new Lexeme(concepts, quantity, text.substring(start, end), start, end));
    return last + 1;
  }
}
