package io.exchangesync.demo.launch;

/** Starts the whole demonstration and keeps it running until Ctrl-C. */
public final class Demo {
  private Demo() {}

  public static void main(String[] arguments) {
    System.out.println("not yet");
  }
}
