package sorte.guardian.child;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sorte.guardian.sandbox.ChildLimits;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Launch;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;
import sorte.guardian.sandbox.Unconfined;

/// A guardian's stand-in, as a program of its own so that it can run as any user and be killed: it
/// starts [Hostile] confined and hands on what it says.
final class HostileParent {

  private HostileParent() {}

  static List<String> java(Path jar, Limits limits, List<String> arguments) {
    List<String> java =
        new ArrayList<>(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                // switched off in a child; on here, so that these threads are tried too
                "-XX:-ReduceSignalUsage",
                "--finalization=enabled",
                "-cp",
                jar.toString(),
                Hostile.class.getName(),
                "confined"));
    java.addAll(ChildLimits.of(limits).arguments());
    java.addAll(arguments);
    return java;
  }

  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]);
    Limits limits = Limits.ofGates();
    Launch launch =
        new Launch(
            List.of(jar), java(jar, limits, Arrays.asList(args).subList(1, args.length)), limits);
    switch (Sandbox.here().start(launch, jar.resolveSibling("empty"))) {
      case Unconfined(String reason) -> System.out.println("UNCONFINED " + reason);
      case ConfinedChild child -> {
        System.out.println("PID " + child.pid());
        System.out.flush();
        byte[] some = new byte[8192];
        for (int n; (n = child.stdout().read(some)) >= 0; ) {
          System.out.write(some, 0, n);
          System.out.flush();
        }
        System.out.println("EXIT " + child.await(Duration.ofSeconds(30)).orElseThrow());
        System.out.print(child.words(Duration.ofSeconds(5)));
        System.out.flush();
        child.close();
      }
    }
  }
}
