package io.exchangesync.batch;

import io.exchangesync.batch.work.Decider;
import io.exchangesync.batch.work.Item;
import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.engine.RunMode;
import io.exchangesync.core.model.Kind;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Plans each candidate: the pure part of the job. */
@Named
@Dependent
public class MailboxProcessor implements ItemProcessor {
  @Inject private Ports ports;

  @Inject
  @BatchProperty(name = "kind")
  private String kind;

  @Inject
  @BatchProperty(name = "mode")
  private String mode;

  @Override
  public Object processItem(Object item) {
    RunMode reading =
        switch (RunRequest.Mode.of(mode)) {
          case CHANGES -> RunMode.CHANGES;
          case FULL, FIRST_LINK -> RunMode.LISTING;
          case REAPPLY -> RunMode.REAPPLY;
        };
    return new Decider(ports, Kind.valueOf(kind), reading).decide((Item) item);
  }
}
