package sorte.change.request;

/// A language that the owner speaks to Sorte.
public enum Language {
  PT("pt"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /// `pt` or `en`.
  public String code() {
    return code;
  }

  /// The language of a code; whatever is not Portuguese is English.
  public static Language of(String code) {
    return code.equals("pt") ? PT : EN;
  }
}
