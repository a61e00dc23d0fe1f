package sorte.guardian.child;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import sorte.guardian.child.Frames.Frame;
import sorte.guardian.sandbox.ChildLimits;

/// The main class of a confined child: closes the last doors, says that it is ready, does one task,
/// says the answer and dies. It never comes back for a second task.
public final class Child {

  private static final long COMPILER_STACK = 4L << 20;
  private static final long CANDIDATE_STACK = 1L << 20;

  private Child() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    ChildLimits.parse(arguments).enter();
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(silent());
    System.setErr(silent());
    Frames.write(out, Frames.frame(Frames.READY, body -> {}));
    Frame task = Frames.read(in);
    byte[][] answer = new byte[1][];
    Thread worker =
        new Thread(
            null,
            () -> answer[0] = Tasks.answer(task),
            "task",
            compiles(task.kind()) ? COMPILER_STACK : CANDIDATE_STACK);
    worker.start();
    worker.join();
    if (answer[0] != null) {
      Frames.write(out, answer[0]);
    }
    // no shutdown hook of the candidate's runs
    Runtime.getRuntime().halt(0);
  }

  private static boolean compiles(byte kind) {
    return kind == Frames.COMPILE || kind == Frames.MUTATE;
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
