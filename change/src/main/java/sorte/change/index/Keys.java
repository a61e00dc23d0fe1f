package sorte.change.index;

import java.util.ArrayList;
import java.util.List;

/// The form of keys: `package.Type.Nested#member(erased,parameters)`.
final class Keys {
  static final String CONSTRUCTOR = "<init>";

  private Keys() {}

  /// The type that a key names or belongs to.
  static String type(String key) {
    int hash = key.indexOf('#');
    return hash < 0 ? key : key.substring(0, hash);
  }

  static boolean isMember(String key) {
    return key.indexOf('#') >= 0;
  }

  /// The key without the parameters.
  static String unlisted(String key) {
    int bracket = key.indexOf('(');
    return bracket < 0 ? key : key.substring(0, bracket);
  }

  static boolean isConstructor(String key) {
    return key.contains("#" + CONSTRUCTOR);
  }

  /// The last part of a qualified name.
  static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  /// `EmaCross.exitLong()` for `sorte.strategies.EmaCross#exitLong()`: packages are left out, of
  /// parameters' types too.
  static String shortened(String key) {
    String type = nested(type(key));
    if (!isMember(key)) {
      return type;
    }
    String member = unlisted(key).substring(key.indexOf('#') + 1);
    String named = member.equals(CONSTRUCTOR) ? "new " + type : type + "." + member;
    return key.endsWith(")") ? named + "(" + String.join(", ", parameters(key)) + ")" : named;
  }

  /// The simple types of a key's parameters.
  static List<String> parameters(String key) {
    int bracket = key.indexOf('(');
    List<String> types = new ArrayList<>();
    if (bracket >= 0 && bracket + 2 < key.length()) {
      for (String type : key.substring(bracket + 1, key.length() - 1).split(",")) {
        types.add(simple(type));
      }
    }
    return types;
  }

  /// A type without its package: packages begin with a small letter, types do not.
  static String nested(String type) {
    int from = 0;
    while (from < type.length() && Character.isLowerCase(type.charAt(from))) {
      int dot = type.indexOf('.', from);
      if (dot < 0) {
        return type.substring(from);
      }
      from = dot + 1;
    }
    return type.substring(from);
  }
}
