package io.exchangesync.ejb.store;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations by name, so that no class path has to be scanned inside an application server.
 *
 * <p>A migration that was published is never changed; a new one is added here. Version 4 is {@link
 * UidHashMigration}.
 */
final class PackagedMigrations implements ResourceProvider {
  private static final String FOLDER = "/io/exchangesync/ejb/migration/";
  private static final List<LoadableResource> ALL =
      List.of(
          new Script("V1__sync_tables.sql"),
          new Script("V2__listed_at.sql"),
          new Script("V3__link_rows.sql"),
          new Script("V5__selection_members.sql"),
          new Script("V6__housekeeping.sql"),
          new Script("V7__indexes.sql"),
          new Script("V8__guards.sql"),
          new Script("V11__log_position.sql"),
          new Script("V13__connections.sql"));

  @Override
  public LoadableResource getResource(String name) {
    return ALL.stream().filter(s -> s.getRelativePath().equals(name)).findFirst().orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return ALL.stream()
        .filter(s -> s.getFilename().startsWith(prefix))
        .filter(s -> Arrays.stream(suffixes).anyMatch(s.getFilename()::endsWith))
        .toList();
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new InputStreamReader(
          Objects.requireNonNull(PackagedMigrations.class.getResourceAsStream(FOLDER + name), name),
          StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
