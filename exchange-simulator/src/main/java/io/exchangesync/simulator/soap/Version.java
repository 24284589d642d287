package io.exchangesync.simulator.soap;

import java.util.Map;

/** The schema version a client asks for; what came later is never sent to it. */
public enum Version {
  EXCHANGE_2007,
  EXCHANGE_2010,
  EXCHANGE_2010_SP2,
  EXCHANGE_2013,
  EXCHANGE_2016;

  private static final Map<String, Version> BY_NAME =
      Map.ofEntries(
          Map.entry("Exchange2007", EXCHANGE_2007),
          Map.entry("Exchange2007_SP1", EXCHANGE_2007),
          Map.entry("Exchange2010", EXCHANGE_2010),
          Map.entry("Exchange2010_SP1", EXCHANGE_2010),
          Map.entry("Exchange2010_SP2", EXCHANGE_2010_SP2),
          Map.entry("Exchange2013", EXCHANGE_2013),
          Map.entry("Exchange2013_SP1", EXCHANGE_2013),
          Map.entry("Exchange2015", EXCHANGE_2013),
          Map.entry("Exchange2016", EXCHANGE_2016),
          Map.entry("V2015_10_05", EXCHANGE_2016),
          Map.entry("V2016_01_06", EXCHANGE_2016),
          Map.entry("V2016_04_13", EXCHANGE_2016),
          Map.entry("V2016_07_13", EXCHANGE_2016),
          Map.entry("V2016_10_10", EXCHANGE_2016),
          Map.entry("V2017_07_11", EXCHANGE_2016));

  /**
   * @param name the attribute Version of the header RequestServerVersion
   * @throws SoapFault ErrorInvalidServerVersion for a name this server does not know
   */
  public static Version named(String name) {
    Version version = BY_NAME.get(name);
    if (version == null) {
      throw new SoapFault("ErrorInvalidServerVersion", "The specified server version is invalid.");
    }
    return version;
  }

  public boolean includes(Version since) {
    return compareTo(since) >= 0;
  }
}
