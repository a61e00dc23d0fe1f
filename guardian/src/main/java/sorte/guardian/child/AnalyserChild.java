package sorte.guardian.child;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import sorte.guardian.child.Frames.Frame;
import sorte.guardian.sandbox.ChildLimits;

/// The main class of the confined process of the analysers. Unlike [Child] it is asked more than
/// once: it loads and runs nothing of what it looks at. The analysers are a service on its class
/// path and know nothing of ours but bytes.
public final class AnalyserChild {

  /// Syntax trees are walked by recursion.
  private static final long STACK = 8L << 20;

  private AnalyserChild() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    ChildLimits.parse(arguments).enter();
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(silent);
    System.setErr(silent);
    Frames.write(out, Frames.frame(Frames.READY, body -> {}));
    Thread worker = new Thread(null, () -> answer(in, out), "analyser", STACK);
    worker.start();
    worker.join();
    Runtime.getRuntime().halt(0);
  }

  @SuppressWarnings("unchecked") // the only service of this type on this class path
  private static void answer(InputStream in, OutputStream out) {
    try {
      UnaryOperator<byte[]> analysers =
          ServiceLoader.load(UnaryOperator.class, ClassLoader.getSystemClassLoader())
              .findFirst()
              .orElseThrow();
      while (true) {
        Frame task = Frames.read(in);
        Frames.write(out, one(analysers, task));
      }
    } catch (EOFException _) {
      // nobody will ask any more
    } catch (IOException | RuntimeException | LinkageError | ServiceConfigurationError e) {
      say(out, e);
    }
  }

  private static byte[] one(UnaryOperator<byte[]> analysers, Frame task) {
    try {
      if (task.kind() != Frames.ANALYSE) {
        return Tasks.broken("no task of kind " + task.kind());
      }
      byte[] answer = analysers.apply(task.body());
      return Frames.frame(Frames.ANALYSE, body -> body.write(answer));
    } catch (RuntimeException | LinkageError e) {
      return Tasks.broken(e.toString());
    } catch (StackOverflowError e) {
      return Tasks.broken("the stack is full: " + e);
    }
  }

  /// The analysers could not be loaded.
  private static void say(OutputStream out, Throwable why) {
    try {
      Throwable deepest = why;
      while (deepest.getCause() != null) {
        deepest = deepest.getCause();
      }
      Frames.write(out, Tasks.broken(why + ": " + deepest));
    } catch (IOException _) {
      // nobody listens
    }
  }
}
