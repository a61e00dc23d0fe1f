package sorte.guardian.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// The strategies shipped, as they travel in their jar.
public final class Seeds {

  /// The strategy in service of a new home, and its source.
  public static final String IN_SERVICE = "ema-cross";

  public static final String IN_SERVICE_PATH =
      "strategies/src/main/java/sorte/strategies/EmaCross.java";

  private Seeds() {}

  /// All of their files, by path in the repository.
  public static SortedMap<String, String> read() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (String path : resource("seeds/index").lines().filter(p -> !p.isBlank()).toList()) {
      files.put(path.strip(), resource("seeds/" + path.strip()));
    }
    if (!files.containsKey(IN_SERVICE_PATH)) {
      throw new IOException("the seeds hold no " + IN_SERVICE_PATH + "; build Sorte again");
    }
    return files;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Seeds.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the strategies shipped are missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
