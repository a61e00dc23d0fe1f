package sorte.change.edit;

import java.math.BigDecimal;
import java.util.List;

/// What became of the edits of one file: all of them, or none and why.
public sealed interface EditOutcome {

  /// Done: the whole new text, and what changed, in order, as sentences.
  record Edited(String text, List<Phrase> facts) implements EditOutcome {
    public Edited {
      facts = List.copyOf(facts);
    }
  }

  /// Nothing was written, and `why` says what stands in the way and what to do.
  record NotPossible(Phrase why) implements EditOutcome {}

  /// The value asked for lies outside the bounds that the source declares.
  record OutOfBounds(String parameter, BigDecimal asked, BigDecimal min, BigDecimal max)
      implements EditOutcome {}

  /// The source says so already.
  record AlreadySo(Phrase what) implements EditOutcome {}

  /// More than one reading: the owner chooses.
  record Ambiguous(Phrase question, List<Phrase> options) implements EditOutcome {
    public Ambiguous {
      options = List.copyOf(options);
      if (options.size() < 2) {
        throw new IllegalArgumentException("a question offers two options, had " + options);
      }
    }
  }
}
