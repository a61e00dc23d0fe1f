package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads how Sorte itself is set: model, language, log, autonomy, alerts.
final class SettingGrammar {
  private final Sentence s;

  SettingGrammar(Sentence sentence) {
    this.s = sentence;
  }

  @Nullable Parsed config(int start) {
    int i = start;
    boolean verb = false;
    String noun = null;
    boolean level = false;
    boolean spoken = false;
    int end = start;
    List<Action> actions = new ArrayList<>();
    while (i < s.size()) {
      String provider = s.value(i, "provider");
      String channel = s.value(i, "channel");
      String language = s.value(i, "langname");
      Quantity q = s.quantity(i);
      String name = s.name(i);
      if (s.is(i, "loglevel") && "loglevel".equals(noun)) {
        actions.add(config(ConfigKey.LOG_LEVEL, s.at(i).raw().toUpperCase(java.util.Locale.ROOT)));
      } else if (s.is(i, "verb", "speak") && actions.isEmpty()) {
        verb = true;
        spoken = true;
      } else if (language != null && (verb || noun != null)) {
        actions.add(config(ConfigKey.LANGUAGE, language));
      } else if (channel != null && "alerts".equals(noun)) {
        actions.add(config(ConfigKey.ALERTS_CHANNEL, Token.fold(s.at(i).raw()).replace("-", "")));
      } else if (provider != null && !spoken && (verb || noun != null)) {
        actions.addFirst(
            config(ConfigKey.LLM_PROVIDER, s.at(i).raw().toLowerCase(java.util.Locale.ROOT)));
      } else if (q != null
          && q.bare()
          && q.whole()
          && q.value() >= 0
          && q.value() <= 4
          && "autonomy".equals(noun)) {
        actions.add(new Action.SetConfig(ConfigKey.AUTONOMY_LEVEL, new Setting.Amount(q.value())));
      } else if (name != null && "model".equals(noun) && actions.size() < 2) {
        actions.add(config(ConfigKey.LLM_MODEL, name));
      } else if (noun(i) != null && noun == null) {
        noun = noun(i);
      } else if (s.is(i, "level")) {
        level = true;
      } else if (actions.isEmpty()
          && (s.is(i, "verb", "set")
              || s.is(i, "verb", "use")
              || s.is(i, "verb", "send")
              || s.is(i, "verb", "raise")
              || s.is(i, "verb", "lower"))) {
        verb = true;
      } else if (!s.anyOf(i, "prep", "filler")
          && !(s.is(i, "comma") && s.at(i).raw().equals(":") && actions.isEmpty())) {
        break;
      }
      i++;
      end =
          s.quantity(i - 1) != null
                  || s.name(i - 1) != null
                  || s.anyOf(i - 1, "provider", "channel", "langname", "loglevel", "noun", "level")
              ? i
              : end;
    }
    return actions.isEmpty() || level && !"autonomy".equals(noun) && !"loglevel".equals(noun)
        ? null
        : new Parsed(actions, end);
  }

  private @Nullable String noun(int i) {
    for (String kind :
        new String[] {"model", "provider", "language", "loglevel", "autonomy", "alerts"}) {
      if (s.is(i, "noun", kind)) {
        return kind;
      }
    }
    return null;
  }

  private static Action config(ConfigKey key, String value) {
    return new Action.SetConfig(key, new Setting.Text(value));
  }
}
