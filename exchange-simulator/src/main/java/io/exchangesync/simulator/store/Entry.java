package io.exchangesync.simulator.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One entry of the journal: a state that replaces the one before it. */
sealed interface Entry {
  /** A mailbox was added or its rights changed. */
  record MailboxPut(MailboxInfo info) implements Entry {
    @Override
    public String mailbox() {
      return info.guid();
    }
  }

  /** A folder was made or changed. */
  record FolderPut(String mailbox, Folder folder) implements Entry {}

  /** A folder was deleted with all its items. */
  record FolderGone(String mailbox, FolderTombstone tombstone) implements Entry {}

  /** An item was made or changed. */
  record ItemPut(String mailbox, Item item) implements Entry {}

  /** Items were made or changed in one step. */
  record ItemsPut(String mailbox, List<Item> items) implements Entry {}

  /** An item went from a folder. */
  record ItemGone(String mailbox, Tombstone tombstone) implements Entry {}

  /** An item went from its folder and is in another one under a new number. */
  record ItemMoved(String mailbox, Item after, Tombstone before) implements Entry {}

  /** The GUID of the mailbox it belongs to. */
  String mailbox();

  default byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (this instanceof MailboxPut put) {
        out.writeByte(1);
        EntryCodec.writeInfo(out, put.info());
      } else if (this instanceof FolderPut put) {
        out.writeByte(11);
        EntryCodec.text(out, put.mailbox());
        EntryCodec.writeFolder(out, put.folder());
      } else if (this instanceof FolderGone gone) {
        out.writeByte(12);
        EntryCodec.text(out, gone.mailbox());
        EntryCodec.longs(
            out, gone.tombstone().number(), gone.tombstone().created(), gone.tombstone().deleted());
      } else if (this instanceof ItemPut put) {
        out.writeByte(3);
        EntryCodec.text(out, put.mailbox());
        EntryCodec.writeItem(out, put.item());
      } else if (this instanceof ItemsPut put) {
        out.writeByte(10);
        EntryCodec.text(out, put.mailbox());
        out.writeInt(put.items().size());
        for (Item item : put.items()) {
          EntryCodec.writeItem(out, item);
        }
      } else if (this instanceof ItemMoved moved) {
        out.writeByte(5);
        EntryCodec.text(out, moved.mailbox());
        EntryCodec.writeItem(out, moved.after());
        EntryCodec.writeTombstone(out, moved.before());
      } else if (this instanceof ItemGone gone) {
        out.writeByte(4);
        EntryCodec.text(out, gone.mailbox());
        EntryCodec.writeTombstone(out, gone.tombstone());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Entry readItemsPut(DataInputStream in) throws IOException {
    String mailbox = EntryCodec.text(in);
    List<Item> items = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      items.add(EntryCodec.readItem(in));
    }
    return new ItemsPut(mailbox, items);
  }

  /**
   * @throws IOException when the bytes are no record of this format
   */
  static Entry decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int type = in.readByte();
      return switch (type) {
        case 1 -> new MailboxPut(EntryCodec.readInfo(in));
        case 2 -> new FolderPut(EntryCodec.text(in), EntryCodec.readPlainFolder(in));
        case 3 -> new ItemPut(EntryCodec.text(in), EntryCodec.readItem(in));
        case 4 -> new ItemGone(EntryCodec.text(in), EntryCodec.readTombstone(in));
        case 5 ->
            new ItemMoved(
                EntryCodec.text(in), EntryCodec.readItem(in), EntryCodec.readTombstone(in));
        case 11 -> new FolderPut(EntryCodec.text(in), EntryCodec.readFolder(in));
        case 12 ->
            new FolderGone(
                EntryCodec.text(in),
                new FolderTombstone(in.readLong(), in.readLong(), in.readLong()));
        case 10 -> readItemsPut(in);
        default -> throw new IOException("unknown record type " + type);
      };
    }
  }
}
