package io.exchangesync.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exchangesync.demo.launch.DemoUsers;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** WildFly's management model, which the console shows, read over HTTP as the administrator. */
final class ManagementModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI management;

  /**
   * @param console any address of the management interface
   */
  ManagementModel(URI console) {
    management = console.resolve("/management");
  }

  /** The executions of a job that the console shows under batch, by id. */
  JsonNode executions(String job) throws IOException {
    var request =
        Map.of(
            "operation",
            "read-resource",
            "include-runtime",
            true,
            "recursive",
            true,
            "address",
            List.of(
                Map.of("deployment", "exchangesync.ear"),
                Map.of("subdeployment", "batch-jobs.jar"),
                Map.of("subsystem", "batch-jberet"),
                Map.of("job", job)));
    var connection = (HttpURLConnection) management.toURL().openConnection();
    connection.setAuthenticator(new Administrator());
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    try (var output = connection.getOutputStream()) {
      output.write(JSON.writeValueAsBytes(request));
    }
    try (var input = connection.getInputStream()) {
      return JSON.readTree(input).path("result").path("execution");
    }
  }

  private static final class Administrator extends Authenticator {
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(
          DemoUsers.ADMINISTRATOR.name(), DemoUsers.ADMINISTRATOR.password().toCharArray());
    }
  }
}
