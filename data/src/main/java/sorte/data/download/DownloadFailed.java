package sorte.data.download;

import java.net.URI;

/// A download that could not be finished; the parts that were are kept.
public final class DownloadFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;

  DownloadFailed(URI uri, String what) {
    super(uri + ": " + what);
    this.what = uri + ": " + what;
  }

  public String what() {
    return what;
  }
}
