package sorte.guardian.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.sandbox.Limits;
import sorte.trading.release.GuardianKey.Digest;

/// What judges, by its digests: the guardian's own classes with their tables and the adapter of the
/// analysers (whose jars one of the tables lists by digest), and the limits under which children
/// run. The same build gives the same digests, out of a jar or a folder.
public final class GateCode {
  private GateCode() {}

  /// `gates` and `policy`, each a SHA-256.
  public static SortedMap<String, String> digests() throws IOException {
    String landmark = "sorte/guardian/Guardian.class";
    String guardian = ChildJar.plain().add(landmark, List.of("sorte/guardian/")).digest();
    String gates =
        Digest.sha256(
            "guardian %s\nanalyser %s\n"
                .formatted(guardian, AnalyserFiles.adapter())
                .getBytes(StandardCharsets.UTF_8));
    String zones = ChildJar.plain().add(landmark, List.of("sorte/guardian/scope/")).digest();
    String policy = "zones %s\nlimits %s\n".formatted(zones, Limits.ofGates());
    SortedMap<String, String> digests = new TreeMap<>();
    digests.put("gates", gates);
    digests.put("policy", Digest.sha256(policy.getBytes(StandardCharsets.UTF_8)));
    return digests;
  }
}
