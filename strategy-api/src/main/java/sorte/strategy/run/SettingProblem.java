package sorte.strategy.run;

import java.util.List;

/// One thing wrong with the settings of a run.
public sealed interface SettingProblem {
  /// The problem in English, with what would be right.
  String text();

  /// A value outside the parameter's bounds.
  ///
  /// @param spec the parameter
  /// @param was the value given
  record OutOfBounds(ParameterSpec spec, double was) implements SettingProblem {
    @Override
    public String text() {
      return spec.spoken()
          + " must be between "
          + ParameterName.number(spec.min())
          + " and "
          + ParameterName.number(spec.max())
          + ", was "
          + ParameterName.number(was);
    }
  }

  /// A value with a part of a bar.
  ///
  /// @param spec the parameter
  /// @param was the value given
  record NotWhole(ParameterSpec spec, double was) implements SettingProblem {
    @Override
    public String text() {
      return spec.spoken()
          + " must be a whole number of bars between "
          + ParameterName.number(spec.min())
          + " and "
          + ParameterName.number(spec.max())
          + ", was "
          + ParameterName.number(was);
    }
  }

  /// A name that the strategy does not have.
  ///
  /// @param strategy the strategy
  /// @param was the name given
  /// @param known the names it has
  record Unknown(String strategy, String was, List<String> known) implements SettingProblem {
    @Override
    public String text() {
      return strategy
          + " has no parameter "
          + was
          + (known.isEmpty() ? ": it has none" : ": it has " + String.join(", ", known));
    }
  }

  /// Two names that mean one parameter.
  ///
  /// @param spec the parameter
  record Twice(ParameterSpec spec) implements SettingProblem {
    @Override
    public String text() {
      return spec.spoken() + " is set twice: say it once";
    }
  }
}
