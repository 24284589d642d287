package io.exchangesync.ejb.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Asks the server's datasource once which product it is. */
@ApplicationScoped
public class DatabaseTimeProducer {
  @Resource(lookup = "java:jboss/datasources/ExSyncDS")
  private DataSource dataSource;

  @Produces
  @Singleton
  public DatabaseTime databaseTime() {
    return DatabaseTime.of(dataSource);
  }
}
