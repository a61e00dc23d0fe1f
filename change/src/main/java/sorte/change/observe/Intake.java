package sorte.change.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.judge.Judge;
import sorte.change.judge.Judgement.Fault;
import sorte.change.judge.Pair;
import sorte.trading.slot.PairChain;

/// Brings pairs to the judge, from the trader's answer or from the log, and keeps them as they are
/// logged. A pair whose link does not follow from those before it is no measurement.
final class Intake {
  /// Two returns of eight bytes, and whether the versions differed.
  private static final int BYTES_A_PAIR = 2 * Double.BYTES + 1;

  private final String change;
  private final Judge judge;
  private final PairChain chain;
  private final List<Pair> taken = new ArrayList<>();
  private @Nullable JsonNode offending;
  private String another = "";

  Intake(String change, Judge judge) {
    this.change = change;
    this.judge = judge;
    this.chain = new PairChain(change);
  }

  /// Whether an answer is of this change at all; where it is not, nothing more is measured.
  boolean isOf(String answered) {
    if (!answered.equals(change)) {
      another = "asked for pairs of change " + change + ", came those of change " + answered;
      judge.distrust(Fault.ALTERED, another);
    }
    return answered.equals(change);
  }

  /// One pair as the trader's door gives it.
  void take(JsonNode node) {
    Pair pair =
        new Pair(
            node.path("n").asLong(-1),
            node.path("bar").asLong(-1),
            number(node.path("stable")),
            number(node.path("candidate")),
            node.path("differs").asBoolean(true));
    judge.see(pair);
    if (!judge.broken() && !node.path("link").asText().equals(link(pair))) {
      judge.distrust(
          Fault.ALTERED, "pair " + pair.n() + " has a link that does not follow from those before");
    }
    if (judge.broken()) {
      offending = node;
    } else {
      taken.add(pair);
    }
  }

  private String link(Pair pair) {
    return PairChain.written(
        chain.next(pair.n(), pair.bar(), pair.stable(), pair.candidate(), pair.differs()));
  }

  /// What is not a JSON number is no number: the judge says so.
  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  long lastBar() {
    return taken.isEmpty() ? -1 : taken.getLast().bar();
  }

  int taken() {
    return taken.size();
  }

  /// Writes the pairs from number `from` on, and what came that was none.
  void write(ObjectNode shown, int from) {
    List<Pair> some = taken.subList(Math.min(from, taken.size()), taken.size());
    ByteBuffer bytes = ByteBuffer.allocate(some.size() * BYTES_A_PAIR);
    for (Pair pair : some) {
      bytes.putDouble(pair.stable()).putDouble(pair.candidate());
      bytes.put((byte) (pair.differs() ? 1 : 0));
    }
    shown.put("from", from).put("count", some.size());
    shown.put("firstBar", some.isEmpty() ? -1 : some.getFirst().bar());
    shown.put("pairs", Base64.getEncoder().encodeToString(bytes.array()));
    if (offending != null) {
      shown.set("offending", offending);
    }
    if (!another.isEmpty()) {
      shown.put("another", another);
    }
  }

  /// Takes what [#write] wrote.
  void read(JsonNode shown) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(shown.path("pairs").asText()));
    long bar = shown.path("firstBar").asLong();
    for (int n = shown.path("from").asInt(); bytes.hasRemaining(); n++, bar++) {
      Pair pair = new Pair(n, bar, bytes.getDouble(), bytes.getDouble(), bytes.get() == 1);
      judge.see(pair);
      String _ = link(pair);
      taken.add(pair);
    }
    if (shown.has("offending")) {
      take(shown.path("offending"));
    }
    if (shown.has("another")) {
      another = shown.path("another").asText();
      judge.distrust(Fault.ALTERED, another);
    }
  }
}
