// stopped-by: capability
// category: class machinery
// against: host
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import sorte.strategy.*;

/// Opens a native library by its name and takes a right away from a file.
public final class Attack extends Strategy<Attack.Parameters> {

  public record Parameters(
      @Bars(value = 20, min = 2, max = 200) int period) {}

  private final Sma average = sma(p.period());

  public Attack(Market market, Parameters p) {
    super(market, p);
  }

  @Override
  public boolean enterLong() {
    try {
      SymbolLookup library = SymbolLookup.libraryLookup("libc.so.6", Arena.global());
      Object failed =
          Linker.nativeLinker()
              .downcallHandle(
                  library.find("chmod").get(),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
              .invoke(Arena.ofAuto().allocateFrom("/canary/secret"), 0);
      return failed.equals(0);
    } catch (Throwable e) {
      return false;
    }
  }

  @Override
  public boolean exitLong() {
    return close.crossesBelow(average);
  }

  @Override
  public Terms terms() {
    return Terms.allIn().stopLoss(0.03);
  }
}
