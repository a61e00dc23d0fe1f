package sorte.app.cli;

/// A change's number as a person types it; it becomes part of an address, so only a number will do.
final class ChangeId {
  private ChangeId() {}

  static String checked(Screen screen, String typed) {
    String id = typed.startsWith("#") ? typed.substring(1) : typed;
    if (!id.matches("[0-9]{1,9}")) {
      throw Problem.unavailable(screen.words().say("error.no-such-change", OneLine.of(typed)));
    }
    return id;
  }
}
