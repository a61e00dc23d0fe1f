package sorte.guardian.repository;

import java.io.File;
import java.util.TimeZone;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// JGit without the machine's and the user's settings: what is committed depends on what was
/// judged, and on nothing that somebody wrote into a `.gitconfig`. No git binary is looked for.
final class PlainGit extends SystemReader {
  private static final SystemReader MACHINE = SystemReader.getInstance();

  private PlainGit() {}

  /// Takes effect for this process.
  static synchronized void use() {
    if (!(SystemReader.getInstance() instanceof PlainGit)) {
      SystemReader.setInstance(new PlainGit());
    }
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  public String getProperty(String key) {
    return MACHINE.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public long getCurrentTime() {
    return MACHINE.getCurrentTime();
  }

  @Override
  public int getTimezone(long when) {
    return 0;
  }

  @Override
  public TimeZone getTimeZone() {
    return TimeZone.getTimeZone("UTC");
  }

  /// A configuration file that is empty and stays so.
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config parent, FS fs) {
      super(parent, new File("/nonexistent"), fs);
    }

    @Override
    public void load() {
      // there is nothing to load
    }

    @Override
    public void save() {
      // nothing of the machine is written
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
