package sorte.change.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Filters that a sentence only speaks of once more: "… while satisfying the volatility filter".
/// What they ask for stands where the text gives them, and holds for any entry anyway.
final class Filters {
  private static final Pattern AGAIN =
      Pattern.compile(
          "(?iu)[,\\s]+(?:while|and|when|with|if|provided(?: that)?|given(?: that)?|com|e|desde que) (?:satisfying |meeting |passing |satisfazendo )?(?:the |all |both |o |os |todos os )?(?:(\\p{L}+) )?(?:filters?|filtros?)(?: de (\\p{L}+))?(?: conditions?)?(?: (?:is|are|being|sejam?|estejam?))?(?: (?:met|satisfied|passed|fulfilled|true|atendid[oa]s?|satisfeit[oa]s?))?[.]?$");

  private Filters() {}

  /// The sentence without what speaks of a filter that the text gives elsewhere.
  static String without(String sentence, String text) {
    Matcher m = AGAIN.matcher(sentence);
    if (!m.find()) {
      return sentence;
    }
    String kind = m.group(1) == null ? m.group(2) : m.group(1);
    String name = kind + "(?:[ /]\\p{L}+)? filters?|filtros? de " + kind;
    String given =
        kind == null
            ? "(?iu)\\b(?:filters?|filtros?)\\b[^.;:\\n]{0,20}[:(\u2014]"
            : "(?iu)\\b(?:" + name + ")[^.;:\\n]{0,20}[:(\u2014]";
    String rest = text.replace(sentence.strip(), " ");
    return Pattern.compile(given).matcher(rest).find()
        ? sentence.substring(0, m.start())
        : sentence;
  }
}
