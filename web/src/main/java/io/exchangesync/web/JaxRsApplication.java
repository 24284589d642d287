package io.exchangesync.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The admin API's root: every resource lives below {@code /exchangesync/api/v1}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "ExchangeSync for SuperOffice: admin API",
            version = "1.0.0",
            description =
                "Links SuperOffice users with Exchange mailboxes, runs and explains their"
                    + " synchronization. Roles: viewer reads, operator runs and releases,"
                    + " administrator changes settings, links and the connection. Errors are"
                    + " application/problem+json (RFC 9457)."),
    security = @SecurityRequirement(name = "basic"))
@SecurityScheme(
    securitySchemeName = "basic",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "A user of the server's security domain ExchangeSync")
public class JaxRsApplication extends Application {}
