package io.exchangesync.demo.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A T-SQL script split into statements, each knowing the {@code @level} block it stands in.
 *
 * <p>Invariant: statements keep the script's order and carry neither comments nor {@code GO} lines.
 */
final class SqlScript {
  /** Marks statements before the first level block. */
  static final String CORE = "";

  /** Marks statements of a seed block, which belong to every level. */
  static final String SEED = "seed";

  /** One statement and the level block ({@link #CORE}, {@link #SEED} or a version) it stands in. */
  record Statement(String level, String sql) {}

  private final List<Statement> statements;

  private SqlScript(List<Statement> statements) {
    this.statements = List.copyOf(statements);
  }

  List<Statement> statements() {
    return statements;
  }

  /** Reads a script that lies beside this class. */
  static SqlScript resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(SqlScript.class.getResourceAsStream(name), "resource " + name)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SqlScript parse(String text) {
    List<Statement> found = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    String level = CORE;
    for (String line : text.split("\\R")) {
      String trimmed = line.strip();
      if (trimmed.startsWith("-- @level ")) {
        level = trimmed.substring("-- @level ".length()).strip();
      } else if (trimmed.startsWith("-- @seed")) {
        level = SEED;
      } else if (!trimmed.startsWith("--") && !trimmed.equalsIgnoreCase("GO")) {
        open.append(line).append('\n');
        if (trimmed.endsWith(";")) {
          String sql = open.toString().strip();
          found.add(new Statement(level, sql.substring(0, sql.length() - 1)));
          open.setLength(0);
        }
      }
    }
    if (!open.toString().isBlank()) {
      throw new IllegalArgumentException("unfinished statement: " + open.toString().strip());
    }
    return new SqlScript(found);
  }
}
