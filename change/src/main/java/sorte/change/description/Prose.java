package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What binds nothing in a description, from lists that are data: words that open a remark, and
/// whole sentences.
///
/// @param frames what a remark looks like, from the words that open it to the end of the clause
/// @param harmless sentences that bind nothing
/// @param rephrased sentences in plainer words
/// @param weak those that bind nothing only where they ask for nothing
record Prose(List<Frame> frames, List<Pattern> harmless, List<Pattern> weak, Rephrased rephrased) {
  /// What opens a remark.
  ///
  /// @param words in lower case
  record Frame(String words, Pattern pattern) {}

  Prose {
    frames = List.copyOf(frames);
    harmless = List.copyOf(harmless);
    weak = List.copyOf(weak);
  }

  static Prose load() {
    List<Frame> frames = new ArrayList<>();
    for (String words : Vocabulary.lines("frames.txt")) {
      frames.add(
          new Frame(
              words,
              Pattern.compile(
                  "[\\s,(]+" + Pattern.quote(words) + "\\b[^,;.()]*", Pattern.CASE_INSENSITIVE)));
    }
    List<Pattern> harmless = new ArrayList<>();
    List<Pattern> weak = new ArrayList<>();
    for (String line : Vocabulary.lines("harmless.txt")) {
      boolean behind = line.startsWith("~ ");
      (behind ? weak : harmless).add(Pattern.compile(behind ? line.substring(2) : line));
    }
    return new Prose(frames, harmless, weak, Rephrased.load());
  }

  private static final Pattern MARKETS =
      Pattern.compile(
          "(?:the )?(?:strategy|trading|trades?|entries|it)? ?(?:is|are|must be|should be|can be)? ?(?:conducted|performed|applied|used|carried out|traded|tested|intended|executed|allowed)? ?(?:only|exclusively|primarily) (?:on|to|for|with|in) (?!.*\\b(?:if|when|unless|above|below|session|hours|during|long|short|uptrend|downtrend|trend)\\b)[^<>=\\d]*\\b(?:pairs?|stocks|indices|instruments?|assets?|markets?|shares|etfs|futures|cryptocurrenc\\w+|companies|industries|sectors?|sub-industries)\\b[^<>=\\d]*");

  /// What is asked of a stock beside others.
  private static final Pattern OF_STOCKS =
      Pattern.compile(
          "(?:only )?(?:stocks?|assets?|instruments?|shares|companies|acoes|ativos) (?:must|should|devem) (?:have|be|show|demonstrate|ter|estar) (?!.*\\b(?:if|when|unless)\\b)[^<>=]*\\b(?:market average|sector average|the market as a whole|institutional support|media do mercado)\\b[^<>=]*");

  /// Whether a folded sentence only says which markets are to be traded.
  boolean ofMarkets(String folded) {
    return MARKETS.matcher(folded).matches() || OF_STOCKS.matcher(folded).matches();
  }

  /// Whether a folded sentence binds nothing. `asks` tells whether it holds what a rule holds.
  boolean bindsNothing(String folded, boolean asks) {
    return harmless.stream().anyMatch(p -> p.matcher(folded).matches())
        || !asks && weak.stream().anyMatch(p -> p.matcher(folded).matches());
  }
}
