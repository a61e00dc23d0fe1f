package sorte.change.request;

/// What a phrase of the lexicon can mean: the heading that it stands under.
record Concept(String kind, String value) {
  static Concept of(String heading) {
    int space = heading.indexOf(' ');
    return space < 0
        ? new Concept(heading, "")
        : new Concept(heading.substring(0, space), heading.substring(space + 1));
  }
}
