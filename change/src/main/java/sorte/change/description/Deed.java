package sorte.change.description;

import java.util.List;
import sorte.change.description.Place.Side;

/// "Enter long when …": what is to be done, on which side, and the words that say when.
///
/// @param size the fraction of the capital that is to go in; 0 where none was said
record Deed(boolean entry, Side side, List<Mark> body, boolean any, double size) {
  Deed {
    body = List.copyOf(body);
  }
}
