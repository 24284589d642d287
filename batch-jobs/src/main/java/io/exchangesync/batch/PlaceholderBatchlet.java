package io.exchangesync.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Does nothing, so that the job repository can be proven before the jobs exist. */
@Named
@Dependent
public class PlaceholderBatchlet extends AbstractBatchlet {
  @Override
  public String process() {
    return "NOTHING";
  }
}
