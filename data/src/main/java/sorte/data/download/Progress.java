package sorte.data.download;

/// Hears how a download goes.
public interface Progress {

  /// Where a part came from.
  enum Source {
    /// The archive.
    ARCHIVE,
    /// The REST interface.
    REST,
    /// A part that was finished before a break.
    KEPT,
    /// The store: nothing was to be downloaded.
    STORED
  }

  /// A part is there.
  ///
  /// @param done how many parts are, of `all`
  void part(String name, Source source, int done, int all);

  /// The exchange, or its absence, makes the download wait.
  void waiting(String why, long seconds);
}
