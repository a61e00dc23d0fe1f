package sorte.trading.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// The sentences of one part of Sorte in one language. Values are put in by `MessageFormat`;
/// numbers come in as texts, formatted by the caller, so that nothing depends on the machine's
/// locale.
public final class Phrasebook {
  private final String name;
  private final String language;
  private final Properties phrases = new Properties();

  private Phrasebook(String name, String language) {
    this.name = name;
    this.language = language;
  }

  /// The phrases in the resource `name_language.properties`, for example `sorte/guardian/words` and
  /// `pt`. A language other than `pt` is English.
  public static Phrasebook load(String name, String language) {
    String known = language.equals("pt") ? "pt" : "en";
    Phrasebook book = new Phrasebook(name, known);
    String resource = name + "_" + known + ".properties";
    try (InputStream in = Phrasebook.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no phrases at " + resource);
      }
      book.phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return book;
  }

  /// `pt` or `en`.
  public String language() {
    return language;
  }

  public Set<String> keys() {
    return new TreeSet<>(phrases.stringPropertyNames());
  }

  public boolean has(String key) {
    return phrases.containsKey(key);
  }

  /// The phrase of `key` with its values in place. A key that is not there is a fault of ours, not
  /// of the reader's.
  public String say(String key, Object... values) {
    String phrase = phrases.getProperty(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no phrase \"" + key + "\" in " + name + "_" + language);
    }
    return new MessageFormat(phrase, Locale.ROOT).format(values);
  }
}
