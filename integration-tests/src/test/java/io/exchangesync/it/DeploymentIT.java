package io.exchangesync.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.exchangesync.demo.launch.AdminClient;
import io.exchangesync.demo.launch.DemoUsers;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The EAR deploys on the provisioned server, and the server is configured as the product needs. */
@ExtendWith(ArquillianExtension.class)
class DeploymentIT {
  private static final String START = "/jobs/appointments/executions";
  private static final URI API =
      URI.create("http://localhost:" + (8080 + offset()) + "/exchangesync/api/v1");

  @Resource(lookup = "java:jboss/datasources/ExSyncDS")
  private DataSource dataSource;

  @Deployment
  static Archive<?> ear() {
    return TestEar.with(DeploymentIT.class);
  }

  @Test
  void theJobsAreKnownToTheContainer() {
    assertTrue(BatchRuntime.getJobOperator().getJobNames().contains("appointments"));
  }

  @Test
  void theServerRunsInUtc() {
    assertEquals("UTC", TimeZone.getDefault().getID());
  }

  @Test
  void unqualifiedTablesAreThoseOfTheProductsOwnSchema() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      assertEquals("exsync", connection.getSchema());
    }
  }

  @Test
  @RunAsClient
  void withoutSignInNothingIsAnswered() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(API + "/jobs")).build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  @RunAsClient
  void aWrongPasswordIsRefused() {
    var stranger = new DemoUsers.User("viewer", "wrong", List.of());
    assertThat(new AdminClient(API, stranger).send("GET", "/jobs", Optional.empty()).status())
        .isEqualTo(401);
  }

  @Test
  @RunAsClient
  void aViewerReadsJobsButMayNotStartThem() {
    var viewer = new AdminClient(API, DemoUsers.VIEWER);
    assertThat(viewer.get("/jobs").toString()).contains("appointments");
    assertThat(viewer.send("POST", START, Optional.of(Map.of())).status()).isEqualTo(403);
  }

  @Test
  @RunAsClient
  void anOperatorStartsJobs() {
    var operator = new AdminClient(API, DemoUsers.OPERATOR);
    int accepted = 202;
    int runsAlready = 409;
    assertThat(operator.send("POST", START, Optional.of(Map.of())).status())
        .isIn(accepted, runsAlready);
  }

  private static int offset() {
    return Integer.getInteger(TestEnvironment.OFFSET, 0);
  }
}
