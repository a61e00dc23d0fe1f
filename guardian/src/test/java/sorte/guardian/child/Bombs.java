package sorte.guardian.child;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/// Code that wants more than its share.
final class Bombs {

  private Bombs() {}

  static void go(String mode) throws Exception {
    System.out.println("READY");
    System.out.flush();
    switch (mode) {
      case "heap" -> {
        List<byte[]> all = new ArrayList<>();
        while (true) {
          all.add(new byte[1 << 20]);
        }
      }
      case "native" -> {
        for (long i = 0; ; i++) {
          Arena.global().allocate(4L << 20).fill((byte) 1);
        }
      }
      case "threads" -> {
        while (true) {
          Thread thread = new Thread(Bombs::sleep);
          thread.setDaemon(true);
          thread.start();
        }
      }
      case "spin" -> {
        long n = 0;
        while (System.nanoTime() != 0) {
          n++;
        }
        System.out.println(n);
      }
      case "flood" -> {
        byte[] some = new byte[1 << 16];
        while (true) {
          System.out.write(some);
        }
      }
      case "sleep" -> sleep();
      default -> throw new IllegalArgumentException(mode);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(600_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
