package sorte.change.commander;

import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;

/// One change's events, and the lock under which its decisions and effects are made.
final class ChangeStory {
  private final String id;
  private final House house;

  ChangeStory(String id, House house) {
    this.id = id;
    this.house = house;
  }

  String id() {
    return id;
  }

  Change change() {
    return house.log().of(id).orElseThrow();
  }

  /// What came too late, after the change has ended, is not written: it changes nothing any more.
  synchronized Change append(ChangeEvent event) {
    Change change = change();
    if (change.state().ended() && !mayFollowTheEnd(event)) {
      return change;
    }
    if (event instanceof ChangeEvent.RolledBack && alreadyBack(change)) {
      return change;
    }
    Change longer = house.log().append(id, event);
    house.step().after("log:" + event.getClass().getSimpleName());
    return longer;
  }

  /// The trader's word and the asker's own answer may both tell of one rollback.
  private static boolean alreadyBack(Change change) {
    return change.has(ChangeEvent.RolledBack.class)
        && change.isAfter(ChangeEvent.RolledBack.class, ChangeEvent.StepTaken.class)
        && change.isAfter(ChangeEvent.RolledBack.class, ChangeEvent.Promoted.class);
  }

  private static boolean mayFollowTheEnd(ChangeEvent event) {
    return event instanceof ChangeEvent.LessonLearned
        || event instanceof ChangeEvent.RollbackDecided
        || event instanceof ChangeEvent.RolledBack;
  }

  void awaitNews(long millis) throws InterruptedException {
    Change change = change();
    long next = change.story().getLast().seq() + 1;
    house.log().await(id, next, millis);
  }
}
