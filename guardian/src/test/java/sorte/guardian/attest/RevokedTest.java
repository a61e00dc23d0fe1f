package sorte.guardian.attest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import sorte.trading.door.Json;

class RevokedTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  private final Revoked revoked = new Revoked();
  private long n;

  private boolean take(String type, String... keysAndValues) {
    ObjectNode body = Json.object();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      body.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return revoked.take(n++, type, body);
  }

  @Test
  void an_aborted_release_is_revoked_and_a_reverted_one_too() {
    take("Seeded", "artifact", A, "commit", "c0");
    take("Committed", "artifact", B, "commit", "c1");
    assertThat(take("Aborted", "artifact", B)).isTrue();
    assertThat(revoked.list(3).revoked()).containsExactlyEntriesOf(java.util.Map.of(B, 2L));
    take("Committed", "artifact", B, "commit", "c2");
    take("Advanced", "commit", "c2");
    assertThat(take("Reverted", "takenBack", B, "artifact", A, "commit", "c3")).isTrue();
    assertThat(revoked.list(6).revoked()).containsExactlyEntriesOf(java.util.Map.of(B, 5L));
    assertThat(revoked.due()).isEqualTo(6);
  }

  @Test
  void what_is_in_force_is_not_revoked_by_a_change_that_made_the_same() {
    take("Seeded", "artifact", A, "commit", "c0");
    assertThat(take("Aborted", "artifact", A)).isFalse();
    assertThat(take("Aborted", "artifact", "")).isFalse();
    assertThat(revoked.list(3).revoked()).isEmpty();
  }
}
