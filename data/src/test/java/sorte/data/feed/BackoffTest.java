package sorte.data.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waits_double_up_to_the_longest_and_a_part_is_left_out_by_chance() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(3), 9);
    long whole = 100;
    for (int i = 0; i < 40; i++) {
      assertThat(backoff.failed().toMillis()).isBetween(whole / 2, whole);
      whole = Math.min(3_000, whole * 2);
    }
    backoff.well();
    assertThat(backoff.failed().toMillis()).isBetween(50L, 100L);
  }

  @Test
  void the_same_seed_waits_the_same_and_another_seed_another_time() {
    assertThat(waits(1)).isEqualTo(waits(1));
    assertThat(waits(1)).isNotEqualTo(waits(2));
  }

  private static java.util.List<Duration> waits(long seed) {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), seed);
    return java.util.stream.Stream.generate(backoff::failed).limit(10).toList();
  }
}
