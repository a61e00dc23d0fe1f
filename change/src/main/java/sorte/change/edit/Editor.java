package sorte.change.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sorte.change.request.Rule;
import sorte.change.request.Side;

/// Typed edits to bytes: all of them or none. Every byte that an edit does not mean to change
/// stays.
///
/// Each result is read again by both parsers; a part of the file that changed without being meant
/// to is a fault of ours, and nothing is written then.
public final class Editor {
  /// More edits than this are not taken at once.
  public static final int MOST_EDITS = 32;

  private static final String MARK = "\uFEFF";

  /// The text of one strategy's source file with all the edits done, in order.
  public EditOutcome apply(String source, List<Edit> edits) {
    return apply(source, edits, new TreeSet<>());
  }

  /// The same; `touched` takes in the parts that the edits claim for themselves.
  EditOutcome apply(String source, List<Edit> edits, Set<String> touched) {
    if (edits.isEmpty() || edits.size() > MOST_EDITS) {
      throw new IllegalArgumentException(
          "between 1 and " + MOST_EDITS + " edits at once, were " + edits.size());
    }
    boolean marked = source.startsWith(MARK);
    String original = marked ? source.substring(1) : source;
    try {
      SecondReading before = SecondReading.of(Shape.read(original).source().text());
      List<Phrase> facts = new ArrayList<>();
      String text = original;
      int done = 0;
      Stop already = null;
      for (Edit edit : edits) {
        try {
          text = applied(text, edit, touched, facts);
          done++;
        } catch (Stop stop) {
          if (!(stop.outcome() instanceof EditOutcome.AlreadySo)) {
            throw stop;
          }
          already = already == null ? stop : already;
        }
      }
      if (done == 0 && already != null) {
        throw already;
      }
      proved(text, before, touched);
      return new EditOutcome.Edited(marked ? MARK + text : text, facts);
    } catch (Stop stop) {
      return stop.outcome();
    }
  }

  private static void proved(String text, SecondReading before, Set<String> touched) throws Stop {
    Shape.read(text);
    Set<String> changed = SecondReading.of(text).differsFrom(before);
    changed.removeAll(touched);
    if (!changed.isEmpty()) {
      throw new IllegalStateException("an edit changed what it did not mean to: " + changed);
    }
  }

  private static String applied(String text, Edit edit, Set<String> touched, List<Phrase> facts)
      throws Stop {
    Values values = new Values(touched, facts);
    return switch (edit) {
      case Edit.SetParameter set -> values.changed(text, set.parameter(), _ -> set.value(), false);
      case Edit.ScaleParameter scale ->
          values.changed(text, scale.parameter(), old -> old.multiply(scale.factor()), true);
      case Edit.ShiftParameter shift ->
          values.changed(text, shift.parameter(), old -> old.add(shift.by()), true);
      case Edit.SetTradingHours hours -> values.hours(text, hours.hours());
      case Edit.AddCondition add -> {
        String with = new Rules(add.rule(), touched).with(text, add.when());
        facts.add(Phrase.of("condition-added", add.rule().phrase(), Said.conditions(add.when())));
        yield with;
      }
      case Edit.SetRule set -> {
        String with = new Rules(set.rule(), touched).replaced(text, set.when());
        facts.add(Phrase.of("rule-replaced", set.rule().phrase(), Said.conditions(set.when())));
        yield with;
      }
      case Edit.RemoveCondition remove -> removed(text, remove, touched, facts);
      case Edit.Rename rename -> new Rename(rename, touched).of(text, facts);
      case Edit.ExtractConstants extract ->
          new ExtractConstants(extract.from(), touched).of(text, facts);
      case Edit.ExtractMethod extract -> new ExtractMethod(extract.to(), touched).of(text, facts);
      case Edit.Inline inline -> new Inline(inline.name(), touched).of(text, facts);
      case Edit.RemoveDeadCode _ -> swept(text, touched, facts);
      case Edit.Simplify _ -> new Simplify(touched).of(text, facts);
      case Edit.Document _ -> new Document(touched).of(text, facts);
    };
  }

  private static String swept(String text, Set<String> touched, List<Phrase> facts) throws Stop {
    Set<String> gone = new TreeSet<>();
    String now = Sweep.everything(text, gone);
    if (now.equals(text)) {
      throw Stop.alreadySo("nothing-dead", Shape.read(text).className());
    }
    touched.addAll(gone);
    facts.add(Phrase.of("dead-code-removed", String.join(", ", names(gone))));
    return now;
  }

  private static List<String> names(Set<String> parts) {
    return parts.stream().map(p -> p.substring(p.indexOf(':') + 1)).toList();
  }

  private static String removed(
      String text, Edit.RemoveCondition remove, Set<String> touched, List<Phrase> facts)
      throws Stop {
    Shape shape = Shape.read(text);
    List<RuleMethod> mentioning = new ArrayList<>();
    for (RuleMethod rule : RuleMethod.values()) {
      boolean meant =
          (remove.on() == null || remove.on() == rule.rule())
              && (remove.side() == null || remove.side() == rule.side());
      if (meant
          && shape
              .method(rule.method())
              .filter(m -> Removal.mentioned(shape, m, remove.indicator()))
              .isPresent()) {
        mentioning.add(rule);
      }
    }
    if (remove.side() == null) {
      onOneSide(shape, remove, mentioning);
    }
    if (mentioning.isEmpty()) {
      throw Stop.notPossible("not-mentioned", remove.indicator(), shape.className());
    }
    boolean entry = mentioning.stream().anyMatch(r -> r.rule() == Rule.ENTRY);
    boolean exit = mentioning.stream().anyMatch(r -> r.rule() == Rule.EXIT);
    if (entry && exit) {
      throw Stop.ask(
          Phrase.of("which-rule", remove.indicator()),
          mentioning.stream().map(RuleMethod::phrase).toList());
    }
    String now = text;
    for (RuleMethod rule : mentioning) {
      now = new Removal(rule, remove.indicator()).from(now);
      touched.add("method:" + rule.method());
      shape.methods().stream()
          .filter(m -> m.getReturnType() != null)
          .filter(m -> Removal.mentioned(shape, m, remove.indicator()))
          .filter(m -> !isOtherRule(m.getName().toString()))
          .forEach(m -> touched.add("method:" + m.getName()));
      facts.add(Phrase.of("condition-removed", remove.indicator(), rule.phrase()));
    }
    if (now.equals(text)) {
      throw Stop.notPossible("not-one-return", mentioning.getFirst().method());
    }
    return Sweep.between(text, now, touched);
  }

  /// No side said is the long one; where only a short rule of a strategy with both uses it, the
  /// owner is asked, so that saying it twice never reaches the other side.
  private static void onOneSide(
      Shape shape, Edit.RemoveCondition remove, List<RuleMethod> mentioning) throws Stop {
    if (mentioning.stream().anyMatch(r -> r.side() == Side.LONG)) {
      mentioning.removeIf(r -> r.side() == Side.SHORT);
      return;
    }
    for (RuleMethod rule : mentioning) {
      if (shape.method(RuleMethod.of(rule.rule(), Side.LONG).method()).isPresent()) {
        throw Stop.ask(
            Phrase.of("only-short", remove.indicator()),
            List.of(rule.phrase(), Phrase.of("last-condition.keep")));
      }
    }
  }

  private static boolean isOtherRule(String method) {
    for (RuleMethod rule : RuleMethod.values()) {
      if (rule.method().equals(method)) {
        return true;
      }
    }
    return method.equals("terms");
  }
}
