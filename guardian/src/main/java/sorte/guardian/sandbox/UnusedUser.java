package sorte.guardian.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// User ids that nobody has, one after the other: children of root run under them, each under
/// another one than the child before.
final class UnusedUser {

  /// Where ids are plenty: far above people, daemons and the ranges of containers.
  private static final long HIGH = 0x7000_0000L;

  private static final long SPAN = 1000;

  private final long first;
  private final Set<Long> taken;
  private final AtomicLong next = new AtomicLong(ProcessHandle.current().pid());

  private UnusedUser(long first, Set<Long> taken) {
    this.first = first;
    this.taken = taken;
  }

  static UnusedUser here() throws IOException {
    long mapped = mapped();
    if (mapped <= 2 * SPAN) {
      throw new IOException("only " + mapped + " user ids are mapped here: none to spare");
    }
    long first = mapped > HIGH + SPAN ? HIGH : mapped - 2 * SPAN;
    return new UnusedUser(first, taken());
  }

  long id() {
    for (int i = 0; i < SPAN; i++) {
      long id = first + Math.floorMod(next.getAndIncrement(), SPAN);
      if (!taken.contains(id)) {
        return id;
      }
    }
    throw new IllegalStateException("every user id from " + first + " on is taken");
  }

  /// How many ids from 0 on this user namespace has.
  private static long mapped() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/uid_map"))) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length == 3 && parts[0].equals("0")) {
        return Long.parseLong(parts[2]);
      }
    }
    return 0;
  }

  private static Set<Long> taken() throws IOException {
    Set<Long> ids = new HashSet<>();
    for (String file : new String[] {"/etc/passwd", "/etc/group"}) {
      if (!Files.isReadable(Path.of(file))) {
        continue;
      }
      for (String line : Files.readString(Path.of(file), StandardCharsets.ISO_8859_1).split("\n")) {
        String[] parts = line.split(":");
        if (parts.length > 2 && parts[2].matches("[0-9]{1,10}")) {
          ids.add(Long.parseLong(parts[2]));
        }
      }
    }
    return ids;
  }
}
