package sorte.trading.exchange;

import java.util.ArrayList;
import java.util.List;

/// Fees by volume, the least volume first.
///
/// @param tiers the first of them from volume 0 on
public record FeeSchedule(List<FeeTier> tiers) {
  /// The most tiers.
  public static final int MOST_TIERS = 100;

  public FeeSchedule {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.size() > MOST_TIERS || tiers.getFirst().volume() != 0) {
      throw new IllegalArgumentException(
          "fee tiers must be 1 to " + MOST_TIERS + " and begin at volume 0, were " + tiers);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (!(tiers.get(i).volume() > tiers.get(i - 1).volume())) {
        throw new IllegalArgumentException(
            "fee tiers must ascend by volume, but %s follows %s"
                .formatted(tiers.get(i).volume(), tiers.get(i - 1).volume()));
      }
    }
  }

  /// One tier.
  public static FeeSchedule of(double maker, double taker) {
    return new FeeSchedule(List.of(new FeeTier(0, maker, taker)));
  }

  /// `VOLUME:MAKER:TAKER`, one or several, apart by commas or lines; empty lines and those that
  /// begin with `#` say nothing.
  public static FeeSchedule parse(String text) {
    List<FeeTier> tiers = new ArrayList<>();
    for (String one : text.split("[,\n]", -1)) {
      String line = one.strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        tiers.add(tier(line));
      }
    }
    return new FeeSchedule(tiers);
  }

  private static FeeTier tier(String line) {
    String[] parts = line.split(":", -1);
    try {
      if (parts.length == 3) {
        return new FeeTier(
            Double.parseDouble(parts[0].strip()),
            Double.parseDouble(parts[1].strip()),
            Double.parseDouble(parts[2].strip()));
      }
    } catch (NumberFormatException _) {
      // said below, with the line
    }
    throw new IllegalArgumentException("a fee tier is VOLUME:MAKER:TAKER, was " + line);
  }

  /// What counts at this volume.
  FeeTier at(double volume) {
    FeeTier found = tiers.getFirst();
    for (FeeTier tier : tiers) {
      if (tier.volume() <= volume) {
        found = tier;
      }
    }
    return found;
  }
}
