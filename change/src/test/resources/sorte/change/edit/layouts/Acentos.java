package sorte.strategies;

import sorte.strategy.Bars;
import sorte.strategy.Market;
import sorte.strategy.Stochastic;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// Compra a sobrevenda – com acentos, emoji 📈 e nomes em português.
public final class Acentos extends Strategy<Acentos.Parâmetros> {

  public record Parâmetros(
      @Bars(value = 14, min = 2, max = 100) int stochasticK, // período de %K
      @Bars(value = 3, min = 1, max = 100) int stochasticD, // período de %D
      @Bars(value = 10, min = 1, max = 1000) int timeStop // duração máxima ⏳
  ) {}

  private final Stochastic estocástico = stochastic(p.stochasticK(), p.stochasticD());

  public Acentos(Market mercado, Parâmetros p) {
    super(mercado, p);
  }

  @Override
  public boolean enterLong() {
    return estocástico.k().crossesAbove(estocástico.d()) // cruzou – é agora
        && estocástico.k().below(20); // “sobrevendido”
  }

  @Override
  public boolean exitLong() {
    return estocástico.k().above(80);
  }

  @Override
  public Terms terms() {
    return Terms.allIn()
        .timeStop(p.timeStop()); // não fica para sempre
  }
}
