package io.exchangesync.batch;

import io.exchangesync.batch.work.Outcome;
import io.exchangesync.batch.work.Performer;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.Kind;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Performs the decisions of a chunk in transactions of their own; never throws for one item.
 *
 * <p>The chunk's own transaction holds nothing but the runtime's checkpoint.
 */
@Named
@Dependent
public class MailboxWriter extends AbstractItemWriter {
  @Inject private Ports ports;
  @Inject private JobContext job;
  @Inject private StepContext step;

  @Inject
  @BatchProperty(name = "kind")
  private String kind;

  @Override
  public void writeItems(List<Object> items) {
    new Performer(
            ports,
            Kind.valueOf(kind),
            job.getExecutionId(),
            Shift.of(step).source(),
            new LoggedNews())
        .perform(items.stream().map(Outcome.class::cast).toList());
  }
}
