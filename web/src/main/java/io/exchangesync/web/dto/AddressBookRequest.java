package io.exchangesync.web.dto;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the offline address book of a connection is.
 *
 * @param url the OAB URL, on the host of the EWS URL
 */
public record AddressBookRequest(
    @NotNull @Schema(examples = "https://mail.example.com/OAB/0a1b2c3d/") URI url) {}
