package sorte.guardian.sandbox;

import java.nio.file.Path;
import java.util.List;

/// What a process of Sorte has: nothing else of the machine is in its reach. Paths that are not
/// there when it starts are left out.
///
/// @param reads files and folders that it may read, beside the JDK and the C library
/// @param writes folders in which it may do as it likes; it reads them too
/// @param connects whether it may connect to others; it may always listen
/// @param startsChildren whether it gives birth to confined children; then it keeps, as root, the
///   rights that this takes
public record Enclosure(
    List<Path> reads, List<Path> writes, boolean connects, boolean startsChildren) {
  public Enclosure {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }
}
