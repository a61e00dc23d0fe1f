package sorte.guardian.attest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// One entry of the guardian's log.
///
/// @param number from 0
/// @param kind `judged`, `barred` or `seeded`
/// @param body what it says
/// @param hash SHA-256 of the whole record: the next entry names it
public record Leaf(long number, Instant at, String kind, JsonNode body, String hash) {
  public static final String JUDGED = "judged";
  public static final String BARRED = "barred";
  public static final String SEEDED = "seeded";
}
