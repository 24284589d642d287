package io.exchangesync.simulator.fields;

import java.util.Map;
import java.util.Set;

/** The values that the schema allows for properties of enumerated types. */
final class Choices {
  private static final Map<String, Set<String>> BY_URI =
      Map.of(
          "item:Sensitivity",
          Set.of("Normal", "Personal", "Private", "Confidential"),
          "item:Importance",
          Set.of("Low", "Normal", "High"),
          "calendar:LegacyFreeBusyStatus",
          Set.of("Free", "Tentative", "Busy", "OOF", "WorkingElsewhere", "NoData"),
          "task:Status",
          Set.of("NotStarted", "InProgress", "Completed", "WaitingOnOthers", "Deferred"),
          "contacts:PostalAddressIndex",
          Set.of("None", "Home", "Business", "Other"),
          "contacts:FileAsMapping",
          Set.of(
              "None",
              "LastCommaFirst",
              "FirstSpaceLast",
              "Company",
              "LastCommaFirstCompany",
              "CompanyLastFirst",
              "LastFirst",
              "LastFirstCompany",
              "CompanyLastCommaFirst",
              "LastFirstSuffix",
              "LastSpaceFirstCompany",
              "CompanyLastSpaceFirst",
              "LastSpaceFirst",
              "DisplayName",
              "FirstName",
              "LastFirstMiddleSuffix",
              "LastName",
              "Empty"));

  private Choices() {}

  static boolean allow(String uri, String value) {
    Set<String> choices = BY_URI.get(uri);
    return choices == null || choices.contains(value);
  }
}
