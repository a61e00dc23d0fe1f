package sorte.change.learn;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// What was asked, what happened, and what it came to. Records statistics and words of Sorte's own;
/// the sentence asked is quoted as data.
///
/// @param strategy the strategy changed
/// @param topics what it was about: parameters and indicators, as the plan names them
/// @param outcome the state that the change ended in
/// @param analysis the judge's last words, or empty
@JsonIgnoreProperties(ignoreUnknown = true)
public record Lesson(
    int v,
    String change,
    String at,
    String strategy,
    List<String> topics,
    String asked,
    String outcome,
    JsonNode analysis,
    Map<String, String> text) {
  public static final int FORMAT = 1;

  public Lesson {
    topics = List.copyOf(topics);
    text = Map.copyOf(text);
  }
}
