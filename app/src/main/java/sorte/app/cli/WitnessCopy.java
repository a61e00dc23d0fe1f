package sorte.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import sorte.app.launch.WitnessFolder;
import sorte.guardian.attest.Witness;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey;

/// The witness copy of a home's log.
final class WitnessCopy {
  private WitnessCopy() {}

  /// Where it is kept unless somebody says otherwise; empty before the home has a key, or where no
  /// copy is kept. The file need not be there.
  static Optional<Path> usual(Home home, Map<String, String> environment) throws IOException {
    Optional<Path> folder = WitnessFolder.of(environment);
    return folder.isPresent() && Files.exists(home.publicKey())
        ? Optional.of(in(home, folder.get()))
        : Optional.empty();
  }

  /// The copy that was named: a file, or the folder that it is in.
  static Path named(Home home, Path named) throws IOException {
    return Files.isDirectory(named) && Files.exists(home.publicKey()) ? in(home, named) : named;
  }

  private static Path in(Home home, Path folder) throws IOException {
    return Witness.file(folder, home, GuardianKey.read(home.publicKey()));
  }
}
