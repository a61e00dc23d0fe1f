package sorte.change.index;

/// One source file: its path from the root of its tree, with slashes, and its text. Its digest is
/// taken once: whoever keeps the files of a tree from one update to the next makes anew only those
/// that changed.
public final class SourceFile {
  /// The longest file that is read, in characters.
  public static final int LONGEST = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String path;
  private final String text;
  private final String digest;

  public SourceFile(String path, String text) {
    if (path.isBlank() || path.startsWith("/") || path.contains("\\")) {
      throw new IllegalArgumentException(
          "a path goes from the root of its tree, with slashes; was \"" + path + "\"");
    }
    this.path = path;
    this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    this.digest = CodeIndex.digest(this.text);
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  String digest() {
    return digest;
  }
}
