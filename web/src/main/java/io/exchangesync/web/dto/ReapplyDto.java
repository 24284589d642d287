package io.exchangesync.web.dto;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Settings on their way to what is linked already.
 *
 * @param mailboxes how many mailboxes are looked at
 */
public record ReapplyDto(@Schema(examples = "12") int mailboxes) {}
