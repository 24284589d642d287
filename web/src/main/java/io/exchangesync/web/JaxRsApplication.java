package io.exchangesync.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The admin API's root: every resource lives below {@code /exchangesync/api/v1}. */
@ApplicationPath("/api/v1")
public class JaxRsApplication extends Application {}
