package sorte.change.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which language a sentence is in: the words that one lexicon knows and the other does not. Words
/// of other languages are data too (`lexicon/foreign.txt`).
final class LanguageGuess {
  /// `open` tells that the other language may be meant as well; `foreign`, that neither is.
  record Guess(Language language, boolean open, boolean foreign) {}

  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,4},\\d{1,2}");

  private final Map<Language, Lexicon> lexicons;
  private final Set<String> foreign;

  LanguageGuess(Map<Language, Lexicon> lexicons) {
    this.lexicons = lexicons;
    this.foreign = new TreeSet<>(WordList.read("lexicon/foreign.txt"));
  }

  Guess of(List<Token> tokens, Language owner) {
    int portuguese = 0;
    int english = 0;
    int other = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      portuguese += DECIMAL_COMMA.matcher(token.raw()).matches() ? 1 : 0; // a decimal comma
      if (token.kind() != Token.Kind.WORD || inName(tokens, i)) {
        continue;
      }
      boolean pt = knows(Language.PT, token.folded());
      boolean en = knows(Language.EN, token.folded());
      boolean accented =
          token.raw().chars().anyMatch(c -> "ãõçáéíóúâêôà".indexOf(Character.toLowerCase(c)) >= 0);
      boolean elsewhere = foreign.contains(token.folded());
      other += elsewhere ? 1 : 0;
      portuguese += (pt && !en && !elsewhere ? 2 : 0) + (accented && !en && !elsewhere ? 1 : 0);
      english += en && !pt && !elsewhere ? 2 : 0;
    }
    if (other * 2 > Math.max(portuguese, english)) {
      return new Guess(owner, false, true);
    }
    Language language =
        portuguese == english ? owner : portuguese > english ? Language.PT : Language.EN;
    return new Guess(language, Math.abs(portuguese - english) <= 2, false);
  }

  /// `ema-cross`: a word joined to another by a dash is part of a name.
  private static boolean inName(List<Token> tokens, int i) {
    return i > 0 && tokens.get(i).joined() && tokens.get(i - 1).raw().equals("-")
        || i + 1 < tokens.size()
            && tokens.get(i + 1).joined()
            && tokens.get(i + 1).raw().equals("-");
  }

  private boolean knows(Language language, String word) {
    Lexicon lexicon = lexicons.get(language);
    return lexicon != null && lexicon.knows(word);
  }
}
