package io.exchangesync.benchmarks;

import io.exchangesync.demo.launch.BuiltFiles;

/**
 * The product: the mailboxes are linked before the clock starts, after those that warm it up are in
 * step; the job starts with the clock.
 */
final class OursContender implements Contender {
  private final BuiltFiles built;
  private final Options options;
  private final FirstSyncData data;
  private Product product;

  OursContender(BuiltFiles built, Options options, FirstSyncData data) {
    this.built = built;
    this.options = options;
    this.data = data;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void prepare(Stage stage) {
    product = new Product(built, options, stage);
    product.configure(stage);
    if (!data.warmUp().isEmpty()) {
      product.link(data.warmUp());
      product.synchronize();
    }
    product.link(data.mailboxes());
  }

  @Override
  public long pid() {
    return product.pid();
  }

  @Override
  public void run() {
    product.synchronize();
  }

  @Override
  public void close() {
    if (product != null) {
      product.close();
    }
  }
}
