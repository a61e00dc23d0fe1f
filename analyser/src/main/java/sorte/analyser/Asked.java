package sorte.analyser;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What is to be looked at.
///
/// @param jar where the compiled classes lie
/// @param path the source's, for example `sorte/strategies/EmaCross.java`
/// @param source its text
record Asked(String jar, String path, String source) {

  static Asked read(byte[] body) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    return new Asked(text(in), text(in), text(in));
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a text of " + length + " bytes where " + in.available() + " are left");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
