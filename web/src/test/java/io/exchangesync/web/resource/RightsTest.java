package io.exchangesync.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.web.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RightsTest {
  @Test
  void everyResourceIsFound() {
    assertThat(resources()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void everyMethodThatAnswersNamesTheRolesThatMayCallIt() {
    assertThat(methods()).isNotEmpty().allMatch(m -> m.isAnnotationPresent(RolesAllowed.class));
  }

  @Test
  void everyRoleReadsAndAViewerDoesNothingElse() {
    assertThat(methods())
        .allSatisfy(
            method -> {
              if (method.isAnnotationPresent(GET.class)) {
                assertThat(roles(method))
                    .as("%s", method)
                    .containsExactlyInAnyOrder(Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR);
              } else {
                assertThat(roles(method)).as("%s", method).doesNotContain(Role.VIEWER);
              }
            });
  }

  @Test
  void whatChangesSettingsLinksAndConnectionIsForAdministratorsAlone() {
    List<Method> changing =
        methods().stream()
            .filter(
                m ->
                    m.isAnnotationPresent(PUT.class)
                        || m.isAnnotationPresent(PATCH.class)
                        || m.isAnnotationPresent(DELETE.class)
                        || m.getDeclaringClass() == ConnectionResource.class
                            && m.isAnnotationPresent(POST.class)
                        || m.getName().equals("link"))
            .toList();
    assertThat(changing)
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(m -> assertThat(roles(m)).as("%s", m).containsExactly(Role.ADMINISTRATOR));
  }

  private static List<String> roles(Method method) {
    return List.of(method.getAnnotation(RolesAllowed.class).value());
  }

  private static List<Method> methods() {
    return resources().stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
        .toList();
  }

  private static List<Class<?>> resources() {
    try (Stream<java.nio.file.Path> files =
        Files.walk(java.nio.file.Path.of(root()).resolve("io/exchangesync/web"))) {
      return files
          .map(java.nio.file.Path::toString)
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(file.lastIndexOf("io/exchangesync"), file.length() - 6))
          .<Class<?>>map(RightsTest::load)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.replace('/', '.'), false, RightsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI root() {
    return URI.create(
        JobsResource.class.getProtectionDomain().getCodeSource().getLocation().toString());
  }
}
