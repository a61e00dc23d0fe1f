package sorte.change.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.trading.words.Phrasebook;

/// Why something was taken back, refused or failed, as people read it. Logs and journals record
/// reasons in one form, in English, for good; here each known form has its phrase in each language,
/// and its numbers are written as that language writes them. A form that is not known (the words of
/// an exception, an answer already made for the person) is shown as it stands.
public final class Reasons {
  static final String WORDS = "sorte/change/observe/words";

  /// How the numbers of a form are written.
  private enum Shown {
    AS_IS,
    MONEY,
    PERCENT,
    WHOLE
  }

  /// @param phrase key behind `reason.`
  private record Form(String phrase, Pattern recorded, Shown shown) {}

  private static final Pattern BEFORE =
      Pattern.compile("^(?:(?:SlotFaulted|SlotRolledBack|asked|door|commander): )+");

  private static final String NUMBER = "(-?[0-9.eE+-]+)";

  private static final List<Form> FORMS =
      List.of(
          form("loss-budget", "loss-budget: lost " + NUMBER + ", allowed " + NUMBER, Shown.MONEY),
          form("meter-spent", "meter-spent: more than ([0-9]+) steps", Shown.WHOLE),
          form("meter-spent-before", "meter-spent: its steps were spent before", Shown.AS_IS),
          form("memory", "memory: ([0-9]+) bytes, allowed ([0-9]+)", Shown.WHOLE),
          form("exception", "exception: (.*)", Shown.AS_IS),
          form("out-of-memory", "memory: (.*)", Shown.AS_IS),
          form("died", "died: the trader died in its decision on bar ([0-9]+)", Shown.WHOLE),
          form("too-old", "too-old: bar ([0-9]+) is no longer kept; .*", Shown.WHOLE),
          form("does-not-start", "does-not-start: (.*)", Shown.AS_IS),
          form("does-not-load", "does-not-load: (.*)", Shown.AS_IS),
          form("not-there", "not-there: (.*)", Shown.AS_IS),
          form("altered", "altered: (.*)", Shown.AS_IS),
          form("not-attested", "not-attested: (.*)", Shown.AS_IS),
          form("no-leaf", "the guardian's log has no leaf of (.*)", Shown.AS_IS),
          form("not-admitted", "the guardian's long gates said (\\S+): (.*)", Shown.AS_IS),
          form("another-slot", "another-slot: it is attested for (\\S+), .*", Shown.AS_IS),
          form("halt-asked", "asked for", Shown.AS_IS),
          form("halt-file", "the file HALT in the home", Shown.AS_IS),
          form("halt-signal", "the signal USR1", Shown.AS_IS),
          form("halt-silence", "no sign of the owner for " + NUMBER + " hours", Shown.AS_IS),
          form("halt-drawdown", "limits\\.max-drawdown: " + NUMBER, Shown.PERCENT),
          form("halt-differs", "reconciliation: .*", Shown.AS_IS),
          form("taken-back", "taken back by (.*)", Shown.AS_IS),
          form("no-answer", "no answer in ([0-9]+) days", Shown.WHOLE),
          form("no-outcome", "([A-Za-z]+) had no outcome in time", Shown.AS_IS),
          form("no-candidate", "no candidate of change (\\S+) is there", Shown.AS_IS),
          form("other-candidate", "a candidate is there: (\\S+)", Shown.AS_IS),
          form(
              "nothing-to-compare",
              "nothing is in service that it could be compared with",
              Shown.AS_IS),
          form("no-giver", "nothing is in service that could give a share", Shown.AS_IS),
          form(
              "least-order",
              "the venue's least order needs a share of "
                  + NUMBER
                  + ", more than the loss budget bears; it stays shadow",
              Shown.PERCENT),
          form("stable-already", "it is stable already", Shown.AS_IS),
          form("main-moved", "main is at (\\S+), the change starts from (\\S+)", Shown.AS_IS),
          form("committed", "change (\\S+) is committed(?: as \\S+)?", Shown.AS_IS),
          form("aborted", "change (\\S+) was aborted", Shown.AS_IS),
          form("not-approved", "change (\\S+) was not approved", Shown.AS_IS),
          form("not-judged", "change (\\S+) was not judged", Shown.AS_IS),
          form("no-commit", "change (\\S+) has no commit", Shown.AS_IS),
          form("busy", "the trader (?:did not answer in time|is stopping or busy)", Shown.AS_IS),
          form("silent", "the (\\S+) does not answer \\((.*)\\)", Shown.AS_IS));

  private Reasons() {}

  private static Form form(String phrase, String recorded, Shown shown) {
    return new Form(phrase, Pattern.compile(recorded, Pattern.DOTALL), shown);
  }

  /// The keys of all forms, in order.
  static List<String> phrases() {
    return FORMS.stream().map(Form::phrase).toList();
  }

  /// A recorded reason in `language`.
  public static String said(String recorded, String language) {
    String reason = BEFORE.matcher(recorded).replaceFirst("");
    for (Form form : FORMS) {
      Matcher matcher = form.recorded().matcher(reason);
      if (matcher.matches()) {
        return Phrasebook.load(WORDS, language)
            .say("reason." + form.phrase(), values(matcher, form.shown(), language));
      }
    }
    return reason;
  }

  private static Object[] values(Matcher matcher, Shown shown, String language) {
    Figures figures = new Figures(language);
    List<Object> values = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      values.add(
          switch (shown) {
            case AS_IS -> group;
            case MONEY -> figures.money(Double.parseDouble(group));
            case PERCENT -> figures.percent(Double.parseDouble(group));
            case WHOLE -> figures.whole(Long.parseLong(group));
          });
    }
    return values.toArray();
  }
}
