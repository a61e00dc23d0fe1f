package sorte.analyser;

import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginException;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.File;
import java.io.IOException;

/// SpotBugs with Find Security Bugs over the compiled classes.
final class Bytecode {

  private final DetectorFactoryCollection detectors;
  private final File api;

  private Bytecode(DetectorFactoryCollection detectors, File api) {
    this.detectors = detectors;
    this.api = api;
  }

  /// @param security the jar of Find Security Bugs
  /// @param api the strategy API's
  static Bytecode load(File security, File api) {
    try {
      Plugin.loadCustomPlugin(security, null);
    } catch (PluginException e) {
      throw new IllegalStateException(e);
    }
    return new Bytecode(DetectorFactoryCollection.instance(), api);
  }

  Seen look(Asked asked) throws IOException {
    Noted noted = new Noted();
    try (Project project = new Project();
        FindBugs2 engine = new FindBugs2()) {
      project.addFile(asked.jar());
      project.addAuxClasspathEntry(api.getPath());
      engine.setDetectorFactoryCollection(detectors);
      engine.setProject(project);
      engine.setBugReporter(noted);
      engine.setUserPreferences(UserPreferences.createDefaultUserPreferences());
      engine.setScanNestedArchives(false);
      engine.setApplySuppression(false);
      engine.finishSettings();
      engine.execute();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return noted.seen();
  }
}
