package sorte.data.download;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// Asks the exchange as it wants to be asked: waits when told to (429, 418, `Retry-After`), slows
/// down before it must be told (the weight used), and asks again after faults, a few times.
final class Requests {

  /// How often one thing is asked for.
  static final int MOST_TRIES = 5;

  /// The wait after the first fault; each next is twice as long.
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  /// The wait after 429 or 418 where the exchange does not say how long.
  static final Duration UNTOLD_WAIT = Duration.ofSeconds(60);

  /// The longest wait that is waited; a longer one ends the download.
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /// The weight used in a minute from which on the rest of it is waited for; the exchange allows
  /// 6,000.
  static final int MOST_WEIGHT = 5_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String WEIGHT = "X-MBX-USED-WEIGHT-1M";

  private final WebDoor door;
  private final Pace pace;
  private final Progress progress;

  Requests(WebDoor door, Pace pace, Progress progress) {
    this.door = door;
    this.pace = pace;
    this.progress = progress;
  }

  /// Tells whether a body that came is what it should be.
  interface Check {
    void check(WebDoor.Answer answer) throws BadPart;
  }

  /// The answer with the status 200 or 404, checked; everything else is asked for again.
  WebDoor.Answer get(URI uri, Check check) throws DownloadFailed, InterruptedException {
    String last = "";
    Duration wait = FIRST_WAIT;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (tries > 0) {
        rest(uri, last, wait);
        wait = wait.multipliedBy(2);
      }
      try {
        WebDoor.Answer answer = door.get(uri);
        if (answer.status() == 200) {
          check.check(answer);
          slowDown(answer);
          return answer;
        }
        last = "HTTP " + answer.status();
        if (answer.status() == 404) {
          return answer;
        }
        if (answer.status() == 429 || answer.status() == 418) {
          wait = told(answer);
        } else if (answer.status() < 500) {
          throw new DownloadFailed(uri, last + ": " + beginning(answer.body()));
        }
      } catch (IOException | BadPart e) {
        last = String.valueOf(e.getMessage());
      }
    }
    throw new DownloadFailed(uri, last + " (asked " + MOST_TRIES + " times)");
  }

  private void rest(URI uri, String why, Duration wait)
      throws DownloadFailed, InterruptedException {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      throw new DownloadFailed(uri, why + ": wait " + wait.toSeconds() + " s and start again");
    }
    progress.waiting(why, wait.toSeconds());
    pace.rest(wait);
  }

  private static Duration told(WebDoor.Answer answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,7}"))
        .map(text -> Duration.ofSeconds(Math.max(1, Long.parseLong(text))))
        .orElse(UNTOLD_WAIT);
  }

  private void slowDown(WebDoor.Answer answer) throws InterruptedException {
    int used =
        answer
            .headers()
            .firstValue(WEIGHT)
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Integer::parseInt)
            .orElse(0);
    if (used >= MOST_WEIGHT) {
      progress.waiting("weight " + used, MINUTE.toSeconds());
      pace.rest(MINUTE);
    }
  }

  private static String beginning(byte[] body) {
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    return text.substring(0, Math.min(200, text.length())).replaceAll("\\p{C}", " ");
  }
}
