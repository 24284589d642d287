package io.exchangesync.web.dto;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Links several users at once, each by itself. */
public record LinkSeveralRequest(
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid LinkMailboxRequest> links) {}
