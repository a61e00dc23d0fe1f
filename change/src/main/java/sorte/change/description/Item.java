package sorte.change.description;

import java.util.ArrayList;
import java.util.List;

/// A line of a text with what stands under it.
///
/// @param label what stands before its colon; empty where nothing does
/// @param text the rest
final class Item {
  final String label;
  final String text;
  final int depth;
  final List<Item> under = new ArrayList<>();

  Item(String label, String text, int depth) {
    this.label = label;
    this.text = text;
    this.depth = depth;
  }

  String whole() {
    return label.isEmpty() ? text : text.isEmpty() ? label + ":" : label + ": " + text;
  }
}
