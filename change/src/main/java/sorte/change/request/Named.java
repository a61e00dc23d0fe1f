package sorte.change.request;

import java.util.Arrays;
import java.util.Optional;

/// A member of a closed set with the name that the plan's schema gives it.
interface Named {
  String code();

  /// The member of that name, if there is one.
  static <E extends Enum<E> & Named> Optional<E> find(Class<E> set, String code) {
    return Arrays.stream(set.getEnumConstants()).filter(e -> e.code().equals(code)).findFirst();
  }
}
