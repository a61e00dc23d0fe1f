package sorte.change.index;

import java.util.Locale;

/// What a name stands for.
public enum Kind {
  CLASS,
  INTERFACE,
  RECORD,
  ENUM,
  ANNOTATION,
  CONSTRUCTOR,
  METHOD,
  FIELD,
  /// A constant of an enum.
  CONSTANT,
  /// A component of a record.
  COMPONENT,
  /// A component with a unit and bounds: what an owner sets and a sweep varies.
  PARAMETER;

  public boolean isType() {
    return switch (this) {
      case CLASS, INTERFACE, RECORD, ENUM, ANNOTATION -> true;
      case CONSTRUCTOR, METHOD, FIELD, CONSTANT, COMPONENT, PARAMETER -> false;
    };
  }

  /// The word for it in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
