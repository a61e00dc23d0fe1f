package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.IOException;
import sorte.guardian.child.Frames.Garbled;
import sorte.guardian.child.TestAnswer.Status;
import sorte.guardian.child.TestAnswer.TestResult;

/// A test task and its answer as frames.
final class TestFrames {

  private static final int TESTS_MOST = 5000;
  private static final int DETAIL_MOST = 8192;

  private TestFrames() {}

  static byte[] task(TestTask task) {
    return Frames.frame(
        Frames.TEST,
        out -> {
          Frames.putClasses(out, task.classes());
          out.writeInt(task.tests().size());
          for (String test : task.tests()) {
            Frames.putText(out, test);
          }
        });
  }

  static TestTask task(DataInputStream in) throws IOException {
    return new TestTask(Frames.classes(in), Frames.list(in, TESTS_MOST, "tests", Frames::name));
  }

  static byte[] answer(TestAnswer answer) {
    return Frames.frame(
        Frames.TEST,
        out -> {
          out.writeInt(Math.min(TESTS_MOST, answer.results().size()));
          for (TestResult result : answer.results().stream().limit(TESTS_MOST).toList()) {
            Frames.putText(out, Words.cut(result.test(), 500));
            out.writeByte(result.status().ordinal());
            Frames.putText(out, Words.cut(result.detail(), 2000));
          }
        });
  }

  static TestAnswer answer(DataInputStream in) throws IOException {
    return new TestAnswer(
        Frames.list(
            in,
            TESTS_MOST,
            "results",
            result -> {
              String test = Frames.text(result, DETAIL_MOST);
              int status = result.readByte();
              if (status < 0 || status >= Status.values().length) {
                throw new Garbled("a test of status " + status);
              }
              return new TestResult(
                  test, Status.values()[status], Frames.text(result, DETAIL_MOST));
            }));
  }
}
