package sorte.change.description;

/// Where in a text a sentence stands: under which headings.
///
/// @param part what the part is about
/// @param side long, short, or neither said
/// @param any whether one of the items is enough; all must hold otherwise
/// @param optional whether it was said to be optional
record Place(Part part, Side side, boolean any, boolean optional) {
  enum Part {
    NONE,
    IDEA,
    INDICATORS,
    ENTRY,
    EXIT,
    RISK,
    RULES,
    NOTES
  }

  enum Side {
    NEITHER,
    LONG,
    SHORT
  }

  static final Place TOP = new Place(Part.NONE, Side.NEITHER, false, false);

  Place part(Part other) {
    return new Place(other, side, other == Part.EXIT, optional);
  }

  Place side(Side other) {
    return new Place(part, other, any, optional);
  }

  Place any(boolean one) {
    return new Place(part, side, one, optional);
  }

  Place asOptional() {
    return new Place(part, side, any, true);
  }
}
