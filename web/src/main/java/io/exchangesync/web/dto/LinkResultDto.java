package io.exchangesync.web.dto;

import java.util.Optional;

/**
 * What became of one link among several.
 *
 * @param mailboxId of the linked mailbox
 * @param problem why it was not linked
 */
public record LinkResultDto(
    int associateId, String address, Optional<Integer> mailboxId, Optional<String> problem) {}
