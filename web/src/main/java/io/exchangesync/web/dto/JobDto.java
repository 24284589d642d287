package io.exchangesync.web.dto;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job.
 *
 * @param running whether a run of whatever is due is on its way, on any node
 * @param last its newest execution
 */
public record JobDto(
    @Schema(examples = "appointments") String name,
    boolean running,
    Optional<ScheduleDto.JobTimer> timer,
    Optional<ExecutionDto> last) {}
