package sorte.guardian.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import sorte.guardian.child.Frames.Frame;

/// From a task's frame to its answer's, inside the child.
final class Tasks {

  private Tasks() {}

  static byte[] answer(Frame task) {
    try {
      return switch (task.kind()) {
        case Frames.COMPILE ->
            CompileFrames.answer(compiling().run(CompileFrames.task(task.open())));
        case Frames.MUTATE ->
            MutateFrames.answer(new Mutating(compiling()).run(MutateFrames.task(task.open())));
        case Frames.NOTICE -> NoticeFrames.answer(Noticing.run(NoticeFrames.task(task.open())));
        case Frames.DECIDE ->
            DecideFrames.answer(new Deciding(DecideFrames.task(task.open())).run());
        case Frames.PACE -> PaceFrames.answer(Pacing.run(PaceFrames.task(task.open())));
        case Frames.TEST -> TestFrames.answer(Testing.run(TestFrames.task(task.open())));
        default -> broken("no task of kind " + task.kind());
      };
    } catch (IOException | RuntimeException | ClassNotFoundException | LinkageError e) {
      return broken(e.toString());
    } catch (StackOverflowError e) {
      return broken("the stack is full: " + e);
    }
  }

  private static Compiling compiling() {
    return new Compiling(onClassPath(ChildClassPath.API), onClassPath(ChildClassPath.JUPITER));
  }

  static byte[] broken(String why) {
    return Frames.frame(Frames.BROKEN, out -> Frames.putText(out, Words.cut(why, 1000)));
  }

  private static List<Path> onClassPath(String part) {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .filter(entry -> entry.contains("/" + part))
        .map(Path::of)
        .toList();
  }
}
