package sorte.change.mind;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which strategy each conversation spoke of last: for "in that strategy too". Bounded, and
/// forgotten after a while.
final class Conversations {
  static final int MOST = 256;
  static final Duration REMEMBERED = Duration.ofMinutes(15);

  private record Topic(String strategy, Instant at) {}

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

  synchronized void spokeOf(String conversation, String strategy) {
    if (!conversation.isEmpty()) {
      topics.remove(conversation);
      topics.put(conversation, new Topic(strategy, clock.instant()));
    }
  }

  synchronized Optional<String> topic(String conversation) {
    Topic topic = topics.get(conversation);
    if (topic == null || topic.at.plus(REMEMBERED).isBefore(clock.instant())) {
      topics.remove(conversation);
      return Optional.empty();
    }
    return Optional.of(topic.strategy);
  }

  synchronized int size() {
    return topics.size();
  }
}
