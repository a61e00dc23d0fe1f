package sorte.change.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Ways in which measurements lie: from pair `at` on, where nothing else is said.
enum Lie {
  PAIR_MISSING(Where.ON_THE_WAY, (p, at, r) -> without(p, List.of(at))),
  FIELD_MISSING(Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> o.without("candidate"))),
  NULLS(Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> o.putNull("candidate"))),
  NAN_AS_TEXT(Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> o.put("candidate", "NaN"))),
  NUMBER_AS_TEXT(
      Where.ON_THE_WAY,
      (p, at, r) -> each(p, at, o -> o.put("candidate", o.path("candidate").asText()))),
  INFINITE(
      Where.ON_THE_WAY,
      (p, at, r) -> each(p, at, o -> o.put("candidate", new BigDecimal("1e999")))),
  MISNAMED(Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> renamed(o, "candidate", "canary"))),
  STABLE_UNDER_BOTH_NAMES(
      Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> set(o, "candidate", o.get("stable")))),
  TWINS_SWAPPED(Where.ON_THE_WAY, (p, at, r) -> each(p, at, Lie::swapped)),
  SIGN_LOST(
      Where.ON_THE_WAY,
      (p, at, r) -> each(p, at, o -> o.put("candidate", Math.abs(value(o, "candidate"))))),
  PERCENT_FOR_FRACTIONS(
      Where.ON_THE_WAY,
      (p, at, r) -> each(p, at, o -> o.put("candidate", 100 * value(o, "candidate")))),
  DIGITS_CUT(Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> o.put("candidate", cut(o)))),
  ALWAYS_ZERO(Where.ON_THE_WAY, (p, at, r) -> each(p, at, o -> o.put("candidate", 0.0))),
  FROZEN(Where.ON_THE_WAY, (p, at, r) -> frozen(p, at, "stable", "candidate")),
  CANDIDATE_FROZEN(Where.ON_THE_WAY, (p, at, r) -> frozen(p, at, "candidate")),
  STALE_AGAIN(Where.ON_THE_WAY, (p, at, r) -> joined(p.subList(0, at), p)),
  DUPLICATED(Where.ON_THE_WAY, (p, at, r) -> joined(p.subList(0, at + 1), p.subList(at, p.size()))),
  SHUFFLED(Where.ON_THE_WAY, (p, at, r) -> shuffled(p, at, r)),
  VALUES_SHUFFLED(Where.ON_THE_WAY, (p, at, r) -> valuesShuffled(p, at, r)),
  TIME_GOES_BACK(
      Where.ON_THE_WAY,
      (p, at, r) -> each(p, at, o -> o.put("bar", 2L * TrueTwins.FIRST_BAR - bar(o)))),
  ONLY_GOOD_BARS(Where.ON_THE_WAY, (p, at, r) -> numbered(without(p, losing(p, at)), false)),
  REPLAYED(
      Where.ON_THE_WAY,
      (p, at, r) -> numbered(joined(p.subList(0, at), p.subList(0, p.size() - at)), true)),
  ENDS_EARLY(Where.ON_THE_WAY, (p, at, r) -> p.subList(0, at)),
  OF_ANOTHER_CHANGE(Where.ANOTHER, (p, at, r) -> p),
  OF_ANOTHER_CHANGE_UNDER_ITS_NAME(Where.RENAMED, (p, at, r) -> p),
  SOURCE_FROZEN(Where.AT_THE_SOURCE, (p, at, r) -> frozen(p, at, "stable", "candidate")),
  SOURCE_OF_CANDIDATE_FROZEN(Where.AT_THE_SOURCE, (p, at, r) -> frozen(p, at, "candidate")),
  SOURCE_ALWAYS_ZERO(Where.AT_THE_SOURCE, (p, at, r) -> each(p, at, o -> o.put("candidate", 0.0))),
  SOURCE_REPEATS_EACH(Where.AT_THE_SOURCE, (p, at, r) -> each(p, at, o -> twice(p, o))),
  SOURCE_LEAVES_OUT_BARS(
      Where.AT_THE_SOURCE, (p, at, r) -> numbered(without(p, losing(p, at)), false)),
  SOURCE_NOT_A_NUMBER(
      Where.AT_THE_SOURCE, (p, at, r) -> each(p, at, o -> o.put("candidate", Double.NaN))),
  SOURCE_STOPS(Where.AT_THE_SOURCE, (p, at, r) -> p.subList(0, at));

  /// Where it happens.
  enum Where {
    /// behind the trader: its links are those of the true pairs
    ON_THE_WAY,
    /// in the trader, before the pairs are linked
    AT_THE_SOURCE,
    /// the answer is of another change, and says so
    ANOTHER,
    /// the answer is of another change, and does not say so
    RENAMED
  }

  /// Tells it.
  interface Telling {
    List<ObjectNode> of(List<ObjectNode> pairs, int at, Random random);
  }

  private static final int SHUFFLED_TOGETHER = 10;

  final Where where;
  private final Telling telling;

  Lie(Where where, Telling telling) {
    this.where = where;
    this.telling = telling;
  }

  /// The pairs as they are told; `pairs` stays as it is.
  List<ObjectNode> told(List<ObjectNode> pairs, int at, Random random) {
    List<ObjectNode> copies = new ArrayList<>();
    pairs.forEach(pair -> copies.add(pair.deepCopy()));
    return new ArrayList<>(telling.of(copies, at, random));
  }

  private static List<ObjectNode> each(
      List<ObjectNode> pairs, int at, Function<ObjectNode, JsonNode> told) {
    List<ObjectNode> all = new ArrayList<>(pairs.subList(0, at));
    for (ObjectNode pair : pairs.subList(at, pairs.size())) {
      all.add((ObjectNode) told.apply(pair));
    }
    return all;
  }

  private static List<ObjectNode> without(List<ObjectNode> pairs, List<Integer> left) {
    List<ObjectNode> rest = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (!left.contains(i)) {
        rest.add(pairs.get(i));
      }
    }
    return rest;
  }

  private static List<Integer> losing(List<ObjectNode> pairs, int at) {
    List<Integer> losing = new ArrayList<>();
    for (int i = at; i < pairs.size(); i++) {
      if (value(pairs.get(i), "candidate") < value(pairs.get(i), "stable")) {
        losing.add(i);
      }
    }
    return losing;
  }

  private static List<ObjectNode> joined(List<ObjectNode> first, List<ObjectNode> second) {
    List<ObjectNode> all = new ArrayList<>();
    first.forEach(pair -> all.add(pair.deepCopy()));
    second.forEach(pair -> all.add(pair.deepCopy()));
    return all;
  }

  /// New numbers; the bars as they were, or new ones as well.
  private static List<ObjectNode> numbered(List<ObjectNode> pairs, boolean barsToo) {
    for (int n = 0; n < pairs.size(); n++) {
      pairs.get(n).put("n", n);
      if (barsToo) {
        pairs.get(n).put("bar", TrueTwins.FIRST_BAR + n);
      }
    }
    return pairs;
  }

  private static List<ObjectNode> frozen(List<ObjectNode> pairs, int at, String... fields) {
    for (ObjectNode pair : pairs.subList(at, pairs.size())) {
      for (String field : fields) {
        pair.set(field, pairs.get(at).get(field));
      }
    }
    return pairs;
  }

  private static List<ObjectNode> shuffled(List<ObjectNode> pairs, int at, Random random) {
    for (int from = at; from < pairs.size(); from += SHUFFLED_TOGETHER) {
      Collections.shuffle(
          pairs.subList(from, Math.min(pairs.size(), from + SHUFFLED_TOGETHER)), random);
    }
    return pairs;
  }

  private static List<ObjectNode> valuesShuffled(List<ObjectNode> pairs, int at, Random random) {
    List<JsonNode> values = new ArrayList<>();
    pairs.subList(at, pairs.size()).forEach(pair -> values.add(pair.get("candidate")));
    Collections.shuffle(values, random);
    return each(pairs, at, o -> set(o, "candidate", values.removeLast()));
  }

  private static JsonNode renamed(ObjectNode pair, String from, String to) {
    pair.set(to, pair.remove(from));
    return pair;
  }

  private static JsonNode set(ObjectNode pair, String field, JsonNode value) {
    pair.set(field, value);
    return pair;
  }

  private static JsonNode swapped(ObjectNode pair) {
    JsonNode stable = pair.get("stable");
    pair.set("stable", pair.get("candidate"));
    return set(pair, "candidate", stable);
  }

  /// The measurements of the bar before, on every second bar.
  private static JsonNode twice(List<ObjectNode> pairs, ObjectNode pair) {
    int n = pair.path("n").asInt();
    if (n % 2 == 1) {
      pair.set("stable", pairs.get(n - 1).get("stable"));
      pair.set("candidate", pairs.get(n - 1).get("candidate"));
    }
    return pair;
  }

  private static double cut(ObjectNode pair) {
    return BigDecimal.valueOf(value(pair, "candidate"))
        .setScale(3, RoundingMode.CEILING)
        .doubleValue();
  }

  private static double value(ObjectNode pair, String field) {
    return pair.path(field).asDouble();
  }

  private static long bar(ObjectNode pair) {
    return pair.path("bar").asLong();
  }
}
