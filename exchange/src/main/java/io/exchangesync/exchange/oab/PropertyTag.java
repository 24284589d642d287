package io.exchangesync.exchange.oab;

/**
 * A column of the records.
 *
 * @param id which property, the high half of its tag
 * @param type how its values are written, the low half
 */
record PropertyTag(int id, int type) {
  static final int INTEGER = 0x0003;
  static final int BOOLEAN = 0x000B;
  static final int OBJECT = 0x000D;
  static final int STRING8 = 0x001E;
  static final int STRING = 0x001F;
  static final int BINARY = 0x0102;
  static final int INTEGERS = 0x1003;
  static final int STRINGS8 = 0x101E;
  static final int STRINGS = 0x101F;
  static final int BINARIES = 0x1102;

  static final int SMTP_ADDRESS = 0x39FE;
  static final int DISPLAY_NAME = 0x3001;
  static final int LEGACY_DN = 0x3003;
  static final int ALIAS = 0x3A00;
  static final int TITLE = 0x3A17;
  static final int DEPARTMENT = 0x3A18;
  static final int OFFICE = 0x3A19;
  static final int BUSINESS_PHONE = 0x3A08;
  static final int MOBILE_PHONE = 0x3A1C;
  static final int PROXY_ADDRESSES = 0x800F;
  static final int DISPLAY_TYPE = 0x3900;
  static final int DISPLAY_TYPE_EX = 0x3905;
  static final int OBJECT_TYPE = 0x0FFE;
  static final int BOOK_NAME = 0x6800;
  static final int BOOK_SEQUENCE = 0x6801;
  static final int BOOK_DN = 0x6804;

  static PropertyTag of(long tag) {
    return new PropertyTag((int) (tag >>> 16), (int) (tag & 0xFFFF));
  }
}
