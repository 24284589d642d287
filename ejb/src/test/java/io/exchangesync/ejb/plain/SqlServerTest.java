package io.exchangesync.ejb.plain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs where EXSYNC_TEST_DB_URL names a SQL Server (with _USER and _PASSWORD); else skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
    named = "EXSYNC_TEST_DB_URL",
    matches = "jdbc:sqlserver:.+",
    disabledReason = "EXSYNC_TEST_DB_URL names no SQL Server")
public @interface SqlServerTest {}
