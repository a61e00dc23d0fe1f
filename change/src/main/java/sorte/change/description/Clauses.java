package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences put in a plainer order before they are read: what is said behind "where", alternatives
/// behind a word for them, labels that only name a test. Nothing is dropped that could bind.
final class Clauses {
  /// ", where stop_dist = max(2 * ATR, 0.02 * entry)".
  private static final Pattern WHERE =
      Pattern.compile(
          "(?is)^(.+?),? (?:where|onde) (?:the |a |o )?([\\p{L}_][\\p{L}\\p{N}_ -]{0,30}?\\s*(?:=|:=| is | equals | e | é )\\s*[^;]+)$");

  /// "…, with elevated volatility: A or B": what follows the colon belongs together.
  private static final Pattern TOGETHER =
      Pattern.compile(
          "(?i)(?:,\\s*|\\s)(?:and with |and |with |e |com )((?:[\\p{L}\\p{N}]+[ -]){0,5}\\p{L}+)$");

  /// The longest label.
  private static final int LONGEST_LABEL = 80;

  /// "trend — close > SMA(200)", "volatility filter: ATR(14) / close < 0.04".
  private static final Pattern LABEL =
      Pattern.compile(
          "(?is)^[\"\u201c'(]*(?:the )?((?:[\\p{L}]+[ /-]+){0,3}[\\p{L}]+)[\"\u201d')]*\\s*(?::|\\s[\u2014\u2013~])\\s+(.+)$");

  /// Words that name a test and ask for nothing of their own.
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:(?:the|require|requires|main|primary|secondary|additional|price|market|long[ -]term|short[ -]term|medium[ -]term|medium|moderate|elevated|rising|high|higher|low|lower|strong|overall|golden|death|value|current|a|an|of|and|is|increasing|decreasing|expanding|sufficient|confirmed|day|bar|\\d+|mercado|de|da|do|principal|alta|baixa)[ /-]*)*"
              + "(?:trend|momentum|volatility|liquidity|volume|confirmation|filter|trigger|strength|direction|squeeze|breakout|pullback|oscillator|stability|acceleration|leadership|regime|bias|proxy|cross|crossover|overheating|panic|spike|sufficient|increasing|decreasing|expanding|elevated|reversal|uptrend|downtrend|signal|tendencia|volatilidade|liquidez|confirmacao|filtro|gatilho|sinal)(?:[ /-]+(?:filter|confirmation|trigger|check|signal|condition|proxy|regime|spike|is|sufficient|increasing|decreasing|elevated|rising|falling|expanding|momentum|strength))*");

  private Clauses() {}

  /// A sentence and what stands behind its "where", that first; alone where there is none.
  static List<String> where(String sentence) {
    List<String> parts = new ArrayList<>();
    Matcher m = WHERE.matcher(sentence);
    if (m.matches() && !m.group(1).contains("(") || m.matches() && closed(m.group(1))) {
      parts.add(m.group(2).strip());
      parts.add(m.group(1).strip());
    } else {
      parts.add(sentence);
    }
    return parts;
  }

  private static boolean closed(String text) {
    return text.chars().filter(c -> c == '(').count() == text.chars().filter(c -> c == ')').count();
  }

  /// "(optional)", "is optional": said of all that stands before it.
  private static final Pattern WHOLLY =
      Pattern.compile(
          "(?iu)\\((?:optional|opcional|optionally)\\)|\\b(?:is|are|é|s[aã]o) (?:optional|opcional|opcionais|recommended)\\b|[,;] ?(?:optional|opcional)\\W*$");

  private static final Pattern BETWEEN = Pattern.compile("(?i), and |, or |, |; | and | or | \\(");

  /// What a sentence says before the clause that is optional, and that clause; alone where all of
  /// it is.
  static List<String> beforeOptional(String sentence, Pattern optional) {
    Matcher m = optional.matcher(sentence);
    if (!m.find() || WHOLLY.matcher(sentence).find()) {
      return List.of(sentence);
    }
    int cut = -1;
    Matcher between = BETWEEN.matcher(sentence);
    while (between.find() && between.end() <= m.start()) {
      cut = closed(sentence.substring(0, between.start())) ? between.start() : cut;
    }
    String head = cut < 0 ? "" : sentence.substring(0, cut).strip();
    return head.isEmpty() || !closed(head)
        ? List.of(sentence)
        : List.of(head, sentence.substring(cut).replaceFirst("^[,;\\s(]+", "").strip());
  }

  /// The same sentence with its groups in brackets, and without labels that only name.
  static String plain(String sentence) {
    int colon = sentence.lastIndexOf(": ");
    String head = colon < 0 ? "" : sentence.substring(0, colon);
    int near = Math.max(0, head.length() - LONGEST_LABEL);
    Matcher m = TOGETHER.matcher(head.substring(near));
    if (m.find() && named(m.group(1)) && closed(sentence.substring(colon))) {
      String end = sentence.substring(colon + 2).strip().replaceFirst("[.]$", "");
      return plain(head.substring(0, near + m.start())) + " and (" + end + ")";
    }
    Matcher label = LABEL.matcher(sentence);
    return label.matches() && named(label.group(1)) ? label.group(2) : sentence;
  }

  private static boolean named(String label) {
    return NAMES.matcher(Scanner.fold(label).strip()).matches();
  }
}
