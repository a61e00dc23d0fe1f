package sorte.change.request;

/// A value as said: a plain number (percentages as fractions) or a text such as `4h`.
public sealed interface Setting {
  record Amount(double value) implements Setting {
    public Amount {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value must be a finite number, was " + value);
      }
    }
  }

  record Text(String value) implements Setting {
    public Text {
      if (value.isBlank()) {
        throw new IllegalArgumentException("a value must not be blank");
      }
    }
  }
}
