package sorte.data.feed;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import sorte.trading.home.Config;

/// The exchanges that can be listened to, by name.
public final class Exchanges {

  /// Their names.
  public static final List<String> NAMES = List.of(BinanceMarket.NAME);

  private Exchanges() {}

  /// The client that all connections to exchanges go through.
  public static HttpClient client(Timing timing) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(timing.connect())
        .build();
  }

  /// The exchange of this name, at the addresses of the owner's settings; nothing where there is
  /// none.
  public static Optional<PublicMarket> of(
      String name, Config config, HttpClient http, Timing timing) {
    return name.equals(BinanceMarket.NAME)
        ? Optional.of(
            new BinanceMarket(http, config.binanceRest(), config.binanceStream(), timing.answer()))
        : Optional.empty();
  }
}
