package io.exchangesync.simulator.ops;

/** One operation of Exchange Web Services. */
public interface Operation {
  /** The local name of its request element. */
  String name();

  /**
   * Does what is asked and writes the response element.
   *
   * @throws io.exchangesync.simulator.soap.SoapFault when the whole request fails
   */
  void answer(Call call);
}
