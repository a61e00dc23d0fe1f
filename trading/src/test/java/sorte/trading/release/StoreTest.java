package sorte.trading.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.trading.engine.TestHome;
import sorte.trading.market.MarketSpec;

class StoreTest {
  @TempDir Path root;
  private TestHome home;
  private String artifact;

  @BeforeEach
  void store() throws IOException {
    home = TestHome.at(root, MarketSpec.builtIn(1), "max");
    artifact = home.release("ch-1", EmaCross.class, EmaCross.Parameters.class);
  }

  @Test
  void an_attested_release_loads_with_classes_of_its_own() {
    Release one = loaded();
    Release other = loaded();
    assertThat(one.type().getName()).isEqualTo(EmaCross.class.getName());
    assertThat(one.type()).isNotEqualTo(EmaCross.class).isNotEqualTo(other.type());
    assertThat(one.attestation().change()).isEqualTo("ch-1");
  }

  @Test
  void an_artefact_without_attestation_is_refused() throws IOException {
    Files.delete(home.home().storeAttestation(artifact));
    assertThat(refused().code()).isEqualTo("not-there");
  }

  @Test
  void an_altered_artefact_is_refused() throws IOException {
    Path jar = home.home().storeArtifact(artifact);
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    assertThat(refused().code()).isEqualTo("altered");
  }

  @Test
  void an_attestation_of_another_artefact_is_refused() throws IOException {
    byte[] other = TestHome.attestation("0".repeat(64), "x.Y", "ch-1", home.keys());
    Files.write(home.home().storeAttestation(artifact), other);
    assertThat(refused().code()).isEqualTo("altered");
  }

  @Test
  void an_attestation_by_another_key_is_refused() throws Exception {
    KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] forged = TestHome.attestation(artifact, EmaCross.class.getName(), "ch-1", others);
    Files.write(home.home().storeAttestation(artifact), forged);
    assertThat(refused().reason()).contains("signed by key");
    String trusted = GuardianKey.idOf(home.keys().getPublic());
    String renamed =
        new String(forged, java.nio.charset.StandardCharsets.UTF_8)
            .replace(GuardianKey.idOf(others.getPublic()), trusted);
    Files.writeString(home.home().storeAttestation(artifact), renamed);
    assertThat(refused().reason()).contains("signature does not match");
  }

  @Test
  void a_verdict_other_than_approved_is_refused() throws IOException {
    byte[] payload =
        """
        {"version":1,"artifact":"%s","strategy":"s","className":"x.Y","change":"c","verdict":"rejected"}\
        """
            .formatted(artifact)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(home.home().storeAttestation(artifact), TestHome.signed(payload, home.keys()));
    assertThat(refused().reason()).contains("rejected, not approved");
  }

  @Test
  void a_release_sees_strategy_api_and_nothing_of_the_trader() throws Exception {
    ClassLoader loader = loaded().type().getClassLoader();
    assertThat(loader.loadClass("sorte.strategy.Strategy")).isSameAs(sorte.strategy.Strategy.class);
    for (String hidden :
        List.of("sorte.trading.home.Home", "java.net.Socket", "java.nio.file.Files")) {
      assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
    }
    assertThat(loader.getResource("sorte/trading/home/Home.class")).isNull();
  }

  @Test
  void an_artefact_may_not_bring_a_meter_or_a_strategy_api_of_its_own() {
    for (String name : List.of("sorte.meter.Meter", "sorte.strategy.Strategy", "java.lang.Evil")) {
      assertThatThrownBy(() -> ReleaseLoader.load(Map.of(name, new byte[0]), name))
          .isInstanceOf(LinkageError.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void fuel_belongs_to_the_loader_and_spent_stays_spent() throws Exception {
    Release one = loaded();
    Release other = loaded();
    Class<?> meter = one.type().getClassLoader().loadClass("sorte.meter.Meter");
    var spend = meter.getMethod("spend", int.class);
    assertThat(one.meter().refill()).isTrue();
    spend.invoke(null, 400);
    assertThat(one.meter().settle()).isEqualTo(400);
    assertThat(one.meter().refill()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> spend.invoke(null, Integer.MAX_VALUE))
          .cause()
          .hasMessageContaining("spent");
    }
    assertThat(one.meter().spent()).isTrue();
    assertThat(one.meter().settle()).isEqualTo(-1);
    assertThat(one.meter().refill()).isFalse();
    assertThat(other.meter().refill()).isTrue();
  }

  @Test
  void the_life_of_a_release_is_bounded_too() throws Exception {
    var classes =
        ReleaseClasses.of(TestHome.jar(List.of(EmaCross.class, EmaCross.Parameters.class)));
    var metered = ReleaseLoader.load(classes, EmaCross.class.getName(), 100, 150);
    var spend =
        metered
            .type()
            .getClassLoader()
            .loadClass("sorte.meter.Meter")
            .getMethod("spend", int.class);
    assertThat(metered.meter().refill()).isTrue();
    spend.invoke(null, 100);
    assertThat(metered.meter().settle()).isEqualTo(100);
    assertThat(metered.meter().refill()).isTrue();
    assertThatThrownBy(() -> spend.invoke(null, 60)).cause().hasMessageContaining("spent");
  }

  private Release loaded() {
    return ((Store.Loading.Loaded) new Store(home.home()).load(artifact)).release();
  }

  private Store.Loading.Refused refused() {
    return (Store.Loading.Refused) new Store(home.home()).load(artifact);
  }
}
