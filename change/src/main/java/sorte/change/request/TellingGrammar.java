package sorte.change.request;

import org.jspecify.annotations.Nullable;

/// Reads what is asked to be shown or explained; it changes nothing.
final class TellingGrammar {
  private final Sentence s;
  private final PeriodGrammar periods;

  TellingGrammar(Sentence sentence) {
    this.s = sentence;
    this.periods = new PeriodGrammar(sentence);
  }

  @Nullable Parsed explain(int start) {
    if (s.is(start, "how")) {
      return workings(start);
    }
    if (s.is(start, "verb", "explain") && s.is(s.skip(start + 1, "filler"), "why")) {
      return explain(s.skip(start + 1, "filler"));
    }
    if (s.is(start, "why")) {
      int i = s.skip(start + 1, "filler", "it", "thisone");
      int judged = s.skip(i + 2, "asktail");
      if (s.is(i, "noun", "change")
          && s.quantity(i + 1) != null
          && (s.is(judged, "verb", "reject") || s.is(judged, "verb", "approve"))) {
        return Parsed.of(
            new Action.Explain(null, Topic.CHANGES, s.at(i + 1).raw(), null), judged + 1);
      }
      if (!s.anyOf(i, "trade", "traded")) {
        return null;
      }
      i = s.skip(i + 1, "thisone", "it", "side");
      int held = s.skip(i, "prep");
      i = s.is(held, "noun", "positions") ? held + 1 : i;
      PeriodGrammar.Since since = periods.since(i);
      return Parsed.of(
          new Action.Explain(null, Topic.DECISION, null, since == null ? null : since.value()),
          since == null ? i : since.end());
    }
    if (!s.is(start, "verb", "explain")) {
      return null;
    }
    int i = s.skip(start + 1, "prep", "filler");
    if (s.is(i, "noun", "change") && s.quantity(i + 1) != null) {
      return Parsed.of(new Action.Explain(null, Topic.CHANGES, s.at(i + 1).raw(), null), i + 2);
    }
    String topic = s.value(i, "topic");
    if (topic == null) {
      boolean strategy = !s.namings.isEmpty() && s.boundary(i);
      return strategy ? Parsed.of(new Action.Explain(null, Topic.STRATEGY, null, null), i) : null;
    }
    PeriodGrammar.Since since = periods.since(i + 1);
    return Parsed.of(
        new Action.Explain(
            null,
            Named.find(Topic.class, topic).orElseThrow(),
            null,
            since == null ? null : since.value()),
        since == null ? i + 1 : since.end());
  }

  /// `how does ema-cross work`, `what does change 5 do`.
  private @Nullable Parsed workings(int start) {
    int i = s.skip(start + 1, "filler", "prep");
    if (s.is(i, "noun", "change") && s.quantity(i + 1) != null) {
      int end = s.is(i + 2, "works") ? i + 3 : i + 2;
      return Parsed.of(new Action.Explain(null, Topic.CHANGES, s.at(i + 1).raw(), null), end);
    }
    int end = s.skip(i, "works");
    boolean strategy = !s.namings.isEmpty() && s.boundary(end);
    return strategy ? Parsed.of(new Action.Explain(null, Topic.STRATEGY, null, null), end) : null;
  }

  @Nullable Parsed report(int start) {
    int i = start;
    String topic = null;
    String since = null;
    int end = start;
    boolean show = false;
    while (i < s.size()) {
      PeriodGrammar.Since said = since == null ? periods.since(i) : null;
      String about = s.value(i, "topic");
      if (said != null && (topic != null || s.is(i, "since"))) {
        since = said.value();
        i = said.end();
        end = i;
        continue;
      }
      if (s.is(i, "asktail")) {
        end = topic == null ? end : i + 1;
        show = true;
      } else if (about != null && (topic == null || topic.equals(about))) {
        topic = about;
        end = i + 1;
      } else if (s.is(i, "verb", "show") && topic == null || s.is(i, "that") && topic == null) {
        show = true;
      } else if (!s.anyOf(i, "prep", "filler", "copula", "last", "asktail")
          && !(s.is(i, "noun", "strategy") && s.is(i + 1, "topic"))) {
        break;
      }
      i++;
    }
    if (topic == null) {
      return null;
    }
    boolean may = show || since != null || s.boundary(end);
    return may
        ? Parsed.of(
            new Action.Report(null, Named.find(Topic.class, topic).orElseThrow(), since), end)
        : null;
  }
}
