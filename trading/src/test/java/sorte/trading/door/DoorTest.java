package sorte.trading.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.home.Home;

class DoorTest {
  @TempDir Path folder;

  @Test
  void a_caller_with_the_token_gets_the_answer_and_the_file_is_the_owners_alone()
      throws IOException {
    Home home = Home.at(folder);
    try (Door _ =
        Door.open(
            home,
            "trader",
            r ->
                r.get("/items/{id}", q -> Json.object().put("id", q.path().get(0)))
                    .post("/echo", (q, body) -> body))) {
      DoorClient client = DoorClient.to(home, "trader");
      assertThat(client.isOpen()).isTrue();
      assertThat(client.get("/items/7").path("id").asText()).isEqualTo("7");
      assertThat(client.post("/echo", Json.object().put("a", "ç")).path("a").asText())
          .isEqualTo("ç");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(home.doorFile("trader"))))
          .isEqualTo("rw-------");
    }
    assertThat(DoorClient.to(home, "trader").isOpen()).isFalse();
  }

  @Test
  void a_caller_without_the_token_gets_nothing() throws Exception {
    Home home = Home.at(folder);
    try (Door door = Door.open(home, "trader", r -> r.get("/status", _ -> Json.object()))) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/status"))
                      .header("Authorization", "Bearer guess")
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  @Test
  void who_asks_for_the_end_gets_an_answer_before_it() throws Exception {
    Home home = Home.at(folder);
    for (int i = 0; i < 20; i++) {
      CountDownLatch asked = new CountDownLatch(1);
      try (Door door =
          Door.open(
              home,
              "trader",
              r ->
                  r.post(
                      "/stop",
                      (_, _) ->
                          new Door.Then(Json.object().put("stopping", true), asked::countDown)))) {
        Thread closing =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    asked.await();
                    door.close();
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
        assertThat(
                DoorClient.to(home, "trader")
                    .post("/stop", Json.object())
                    .path("stopping")
                    .asBoolean())
            .isTrue();
        closing.join();
      }
    }
  }

  @Test
  void errors_arrive_as_they_were_said_and_bad_json_is_named() throws Exception {
    Home home = Home.at(folder);
    try (Door door =
        Door.open(
            home,
            "trader",
            r ->
                r.post(
                    "/act",
                    (_, _) -> {
                      throw DoorError.conflict("busy", "one at a time", "wait");
                    }))) {
      assertThatThrownBy(() -> DoorClient.to(home, "trader").post("/act", Json.object()))
          .isInstanceOfSatisfying(
              DoorError.class,
              e -> {
                assertThat(e.status()).isEqualTo(409);
                assertThat(e.code()).isEqualTo("busy");
                assertThat(e.remedy()).isEqualTo("wait");
              });
      String token = Json.read(Files.readString(home.doorFile("trader"))).path("token").asText();
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/act"))
                      .header("Authorization", "Bearer " + token)
                      .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1,\"a\":2}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("not-json");
    }
  }

  @Test
  void a_process_of_an_earlier_build_is_found_by_its_door_file_of_then() throws Exception {
    Home home = Home.at(folder);
    try (Door door = Door.open(home, "trader", routes -> routes.get("/status", _ -> "well"))) {
      Files.move(home.doorFile("trader"), home.earlierDoorFile("trader"));
      assertThat(DoorClient.to(home, "trader").isOpen()).isTrue();
      assertThat(DoorClient.to(home, "trader").get("/status").asText()).isEqualTo("well");
      assertThat(door.port()).isPositive();
    }
  }

  @Test
  void a_door_file_left_behind_by_a_dead_process_means_that_nobody_is_there() throws Exception {
    Home home = Home.at(folder);
    String left;
    try (Door door = Door.open(home, "commander", _ -> {})) {
      left = Files.readString(home.doorFile("commander"));
    }
    Files.writeString(home.doorFile("commander"), left);
    assertThatThrownBy(() -> DoorClient.to(home, "commander").get("/status"))
        .isInstanceOfSatisfying(
            DoorClosed.class,
            closed -> {
              assertThat(closed.isNobody()).isTrue();
              assertThat(closed).hasMessageContaining("nobody listens at port");
            });
  }

  @Test
  void a_port_in_use_is_said_by_its_number() throws Exception {
    Home home = Home.at(folder);
    try (Door door = Door.open(home, "one", _ -> {})) {
      assertThatThrownBy(() -> Door.open(home, "two", door.port(), _ -> {}))
          .isInstanceOf(PortInUse.class)
          .hasMessageContaining(Integer.toString(door.port()));
    }
  }
}
