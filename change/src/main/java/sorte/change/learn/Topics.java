package sorte.change.learn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;

/// What a plan is about: the parameters and indicators anywhere in it, and its kinds of action.
public final class Topics {
  private Topics() {}

  public static List<String> of(JsonNode plan) {
    TreeSet<String> topics = new TreeSet<>();
    gather(plan.path("actions"), topics);
    return List.copyOf(topics);
  }

  private static void gather(JsonNode node, TreeSet<String> topics) {
    for (String key : List.of("parameter", "indicator")) {
      if (node.path(key).isTextual()) {
        topics.add(node.path(key).textValue());
      }
    }
    if (node.has("volume")) {
      topics.add("volume");
    }
    for (JsonNode child : node) {
      gather(child, topics);
    }
  }
}
