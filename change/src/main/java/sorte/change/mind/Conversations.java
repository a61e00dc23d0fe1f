package sorte.change.mind;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import sorte.change.request.Dialogue;

/// What each conversation remembers of what was said: for answers to questions and "in that
/// strategy too". Bounded, and forgotten after a while.
final class Conversations {
  static final int MOST = 256;
  static final Duration REMEMBERED = Duration.ofMinutes(15);

  private record Topic(Dialogue.Memory memory, Instant at) {}

  private final InstantSource clock;
  private final Map<String, Topic> topics =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Topic> eldest) {
          return size() > MOST;
        }
      };

  Conversations(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void remember(String conversation, Dialogue.Memory memory) {
    if (!conversation.isEmpty()) {
      topics.remove(conversation);
      topics.put(conversation, new Topic(memory, clock.instant()));
    }
  }

  synchronized Dialogue.Memory memory(String conversation) {
    Topic topic = topics.get(conversation);
    if (topic == null || topic.at.plus(REMEMBERED).isBefore(clock.instant())) {
      topics.remove(conversation);
      return Dialogue.Memory.NONE;
    }
    return topic.memory;
  }

  synchronized int size() {
    return topics.size();
  }
}
