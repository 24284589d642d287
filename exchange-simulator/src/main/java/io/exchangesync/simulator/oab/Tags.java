package io.exchangesync.simulator.oab;

import java.util.List;

/** Tags of the properties that the simulator's address books hold; the low half is the type. */
public final class Tags {
  public static final int LEGACY_DN = 0x3003001E;
  public static final int SMTP_ADDRESS = 0x39FE001F;
  public static final int DISPLAY_NAME = 0x3001001F;
  public static final int ALIAS = 0x3A00001F;
  public static final int TITLE = 0x3A17001F;
  public static final int DEPARTMENT = 0x3A18001F;
  public static final int OFFICE = 0x3A19001F;
  public static final int BUSINESS_PHONE = 0x3A08001F;
  public static final int MOBILE_PHONE = 0x3A1C001F;
  public static final int PROXY_ADDRESSES = 0x800F101F;
  public static final int DISPLAY_TYPE = 0x39000003;
  public static final int DISPLAY_TYPE_EX = 0x39050003;
  public static final int OBJECT_TYPE = 0x0FFE0003;
  public static final int RICH_TEXT = 0x3A40000B;
  public static final int MEMBERS = 0x8009101E;
  public static final int MANAGER = 0x8005000D;
  public static final int PICTURE = 0x8C9E0102;
  public static final int CERTIFICATES = 0x8C6A1102;
  public static final int TRUNCATED = 0x68051003;
  static final int BOOK_NAME = 0x6800001F;
  static final int BOOK_SEQUENCE = 0x68010003;
  static final int BOOK_ID = 0x6802001E;
  static final int BOOK_DN = 0x6804001E;

  /** The columns of an entry, in the order in which Exchange has them. */
  public static final List<Integer> ENTRY =
      List.of(
          LEGACY_DN,
          SMTP_ADDRESS,
          DISPLAY_NAME,
          DISPLAY_TYPE,
          DISPLAY_TYPE_EX,
          OBJECT_TYPE,
          ALIAS,
          TITLE,
          DEPARTMENT,
          OFFICE,
          BUSINESS_PHONE,
          MOBILE_PHONE,
          PROXY_ADDRESSES,
          MANAGER,
          MEMBERS,
          RICH_TEXT,
          PICTURE,
          CERTIFICATES,
          TRUNCATED);

  static final List<Integer> BOOK = List.of(BOOK_NAME, BOOK_DN, BOOK_SEQUENCE, BOOK_ID);

  private Tags() {}
}
