package io.exchangesync.simulator.fields;

import static io.exchangesync.simulator.fields.Field.Access.READ_ONLY;
import static io.exchangesync.simulator.fields.Field.Access.WRITABLE;
import static io.exchangesync.simulator.fields.Field.Base.ALL;
import static io.exchangesync.simulator.fields.Field.Base.DEFAULT;
import static io.exchangesync.simulator.fields.Field.Base.GET_ITEM;
import static io.exchangesync.simulator.fields.Field.Type.BOOLEAN;
import static io.exchangesync.simulator.fields.Field.Type.DATE_TIME;
import static io.exchangesync.simulator.fields.Field.Type.DICTIONARY;
import static io.exchangesync.simulator.fields.Field.Type.MEMBERS;
import static io.exchangesync.simulator.fields.Field.Type.STRING;
import static io.exchangesync.simulator.fields.Field.Type.STRINGS;
import static io.exchangesync.simulator.fields.Field.Type.STRUCTURE;
import static io.exchangesync.simulator.soap.Version.EXCHANGE_2007;
import static io.exchangesync.simulator.soap.Version.EXCHANGE_2010;
import static io.exchangesync.simulator.soap.Version.EXCHANGE_2010_SP2;

import io.exchangesync.simulator.soap.Version;
import java.util.List;

/** What contacts and distribution lists have beyond other items, in the order of the schema. */
final class ContactFields {
  static final List<Field> CONTACT =
      List.of(
          field("contacts:FileAs", STRING, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:FileAsMapping", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:DisplayName", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:GivenName", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Initials", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:MiddleName", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Nickname", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:CompleteName", STRUCTURE, READ_ONLY, EXCHANGE_2007, DEFAULT),
          field("contacts:CompanyName", STRING, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:EmailAddresses", DICTIONARY, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:PhysicalAddresses", DICTIONARY, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:PhoneNumbers", DICTIONARY, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:AssistantName", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Birthday", DATE_TIME, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:BusinessHomePage", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Children", STRINGS, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Companies", STRINGS, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:ContactSource", STRING, READ_ONLY, EXCHANGE_2007, ALL),
          field("contacts:Department", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Generation", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:ImAddresses", DICTIONARY, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:JobTitle", STRING, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:Manager", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Mileage", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:OfficeLocation", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:PostalAddressIndex", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Profession", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:SpouseName", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:Surname", STRING, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:WeddingAnniversary", DATE_TIME, WRITABLE, EXCHANGE_2007, ALL),
          field("contacts:HasPicture", BOOLEAN, READ_ONLY, EXCHANGE_2010, ALL),
          field("contacts:PhoneticFullName", STRING, READ_ONLY, EXCHANGE_2010_SP2, ALL),
          field("contacts:PhoneticFirstName", STRING, READ_ONLY, EXCHANGE_2010_SP2, ALL),
          field("contacts:PhoneticLastName", STRING, READ_ONLY, EXCHANGE_2010_SP2, ALL),
          field("contacts:Alias", STRING, READ_ONLY, EXCHANGE_2010_SP2, ALL),
          field("contacts:Notes", STRING, READ_ONLY, EXCHANGE_2010_SP2, ALL),
          field("contacts:Photo", STRING, READ_ONLY, EXCHANGE_2010_SP2, ALL));

  static final List<Field> LIST =
      List.of(
          field("contacts:DisplayName", STRING, WRITABLE, EXCHANGE_2007, DEFAULT),
          field("contacts:FileAs", STRING, READ_ONLY, EXCHANGE_2007, DEFAULT),
          field("contacts:ContactSource", STRING, READ_ONLY, EXCHANGE_2007, ALL),
          field("distributionlist:Members", MEMBERS, WRITABLE, EXCHANGE_2010, GET_ITEM));

  private ContactFields() {}

  private static Field field(
      String uri, Field.Type type, Field.Access access, Version since, Field.Base base) {
    return new Field(uri, type, access, since, base);
  }
}
