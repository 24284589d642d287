package io.exchangesync.core.port;

import java.util.List;
import java.util.Optional;

/** The SuperOffice users and resources that can be linked: live associates of type 0 and 1. */
public interface CrmDirectory {

  /**
   * Live associates by name, a page at a time.
   *
   * @param text part of name, full name or address, case-insensitive; "" = all
   * @param group name of the primary user group; "" = all
   * @param company name of the own company; "" = all
   * @param after associate id after which the page begins; 0 = from the start
   */
  List<Associate> associates(String text, String group, String company, int after, int limit);

  Optional<Associate> associate(int id);
}
