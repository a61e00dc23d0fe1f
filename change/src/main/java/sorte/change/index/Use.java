package sorte.change.index;

/// One place where something declared is used.
///
/// @param target the key of what is used
/// @param within the key of the member, or the type, whose text the place belongs to
/// @param line from 1
public record Use(String target, Manner manner, String within, int line) {
  public Use {
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1; was " + line + " for " + target);
    }
  }

  /// Where it stands as people write it: `EmaCross.exitLong()`.
  public String shortWithin() {
    return Keys.shortened(within);
  }
}
