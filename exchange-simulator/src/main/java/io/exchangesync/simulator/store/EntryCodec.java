package io.exchangesync.simulator.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The binary form of mailboxes, folders and items in the journal; read and write are inverse. */
final class EntryCodec {
  private EntryCodec() {}

  static void writeInfo(DataOutputStream out, MailboxInfo info) throws IOException {
    text(out, info.guid());
    text(out, info.smtp());
    text(out, info.displayName());
    text(out, info.password());
    out.writeInt(info.roles().size());
    for (MailboxInfo.Role role : info.roles()) {
      text(out, role.name());
    }
    out.writeInt(info.delegates().size());
    for (Map.Entry<String, Set<MailboxInfo.Right>> entry : info.delegates().entrySet()) {
      text(out, entry.getKey());
      out.writeInt(entry.getValue().size());
      for (MailboxInfo.Right right : entry.getValue()) {
        text(out, right.name());
      }
    }
  }

  static MailboxInfo readInfo(DataInputStream in) throws IOException {
    String guid = text(in);
    String smtp = text(in);
    String displayName = text(in);
    String password = text(in);
    Set<MailboxInfo.Role> roles = new HashSet<>();
    for (int n = in.readInt(); n > 0; n--) {
      roles.add(MailboxInfo.Role.valueOf(text(in)));
    }
    Map<String, Set<MailboxInfo.Right>> delegates = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      String delegate = text(in);
      Set<MailboxInfo.Right> rights = new HashSet<>();
      for (int m = in.readInt(); m > 0; m--) {
        rights.add(MailboxInfo.Right.valueOf(text(in)));
      }
      delegates.put(delegate, rights);
    }
    return new MailboxInfo(guid, smtp, displayName, password, roles, delegates);
  }

  static void writeFolder(DataOutputStream out, Folder folder) throws IOException {
    longs(out, folder.number(), folder.parent(), folder.created(), folder.modified());
    text(out, folder.displayName());
    text(out, folder.folderClass());
    text(out, folder.distinguished().orElse(""));
    writeProperties(out, folder.extended());
  }

  static Folder readFolder(DataInputStream in) throws IOException {
    return readPlainFolder(in).withExtended(readProperties(in));
  }

  /** A folder as journals have it that are older than extended properties of folders. */
  static Folder readPlainFolder(DataInputStream in) throws IOException {
    long number = in.readLong();
    long parent = in.readLong();
    long created = in.readLong();
    long modified = in.readLong();
    String displayName = text(in);
    String folderClass = text(in);
    Optional<String> distinguished = Optional.of(text(in)).filter(name -> !name.isEmpty());
    return new Folder(
        number, parent, displayName, folderClass, distinguished, created, modified, Map.of());
  }

  static void writeTombstone(DataOutputStream out, Tombstone t) throws IOException {
    longs(out, t.number(), t.folder(), t.created(), t.deleted());
  }

  static Tombstone readTombstone(DataInputStream in) throws IOException {
    return new Tombstone(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  static void writeItem(DataOutputStream out, Item item) throws IOException {
    longs(out, item.number(), item.folder(), item.created(), item.modified());
    writeProperties(out, item.properties());
    out.writeInt(item.touched().size());
    for (Map.Entry<String, Long> entry : item.touched().entrySet()) {
      text(out, entry.getKey());
      out.writeLong(entry.getValue());
    }
  }

  static Item readItem(DataInputStream in) throws IOException {
    long number = in.readLong();
    long folder = in.readLong();
    long created = in.readLong();
    long modified = in.readLong();
    Map<String, Value> properties = readProperties(in);
    Map<String, Long> touched = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      String key = text(in);
      touched.put(key, in.readLong());
    }
    return new Item(number, folder, created, modified, properties, touched);
  }

  private static void writeProperties(DataOutputStream out, Map<String, Value> properties)
      throws IOException {
    out.writeInt(properties.size());
    for (Map.Entry<String, Value> entry : properties.entrySet()) {
      text(out, entry.getKey());
      writeValue(out, entry.getValue());
    }
  }

  private static Map<String, Value> readProperties(DataInputStream in) throws IOException {
    Map<String, Value> properties = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      String key = text(in);
      properties.put(key, readValue(in));
    }
    return properties;
  }

  static void writeValue(DataOutputStream out, Value value) throws IOException {
    if (value instanceof Value.Text t) {
      out.writeByte('T');
      text(out, t.text());
    } else if (value instanceof Value.Texts t) {
      out.writeByte('L');
      out.writeInt(t.texts().size());
      for (String each : t.texts()) {
        text(out, each);
      }
    } else if (value instanceof Value.Body b) {
      out.writeByte(b.type() == Value.BodyType.HTML ? 'H' : 'P');
      text(out, b.content());
    } else if (value instanceof Value.Attendees a) {
      out.writeByte('R');
      out.writeInt(a.people().size());
      for (Value.Attendee person : a.people()) {
        text(out, person.name());
        text(out, person.smtp());
        text(out, person.response());
        text(out, person.replied().orElse(""));
      }
    } else if (value instanceof Value.Members m) {
      out.writeByte('M');
      out.writeInt(m.list().size());
      for (Value.Member member : m.list()) {
        text(out, member.key());
        text(out, member.name());
        text(out, member.smtp());
        text(out, member.routing());
        text(out, member.mailboxType());
        text(out, member.itemId());
        text(out, member.status());
      }
    } else if (value instanceof Value.Xml x) {
      out.writeByte('X');
      text(out, x.fragment());
    }
  }

  static Value readValue(DataInputStream in) throws IOException {
    int type = in.readByte();
    switch (type) {
      case 'T':
        return new Value.Text(text(in));
      case 'L':
        List<String> texts = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
          texts.add(text(in));
        }
        return new Value.Texts(texts);
      case 'H':
        return new Value.Body(Value.BodyType.HTML, text(in));
      case 'P':
        return new Value.Body(Value.BodyType.TEXT, text(in));
      case 'R':
        List<Value.Attendee> people = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
          String name = text(in);
          String smtp = text(in);
          String response = text(in);
          Optional<String> replied = Optional.of(text(in)).filter(time -> !time.isEmpty());
          people.add(new Value.Attendee(name, smtp, response, replied));
        }
        return new Value.Attendees(people);
      case 'A':
        List<Value.Attendee> older = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
          older.add(new Value.Attendee(text(in), text(in), text(in), Optional.empty()));
        }
        return new Value.Attendees(older);
      case 'M':
        return readMembers(in);
      case 'X':
        return new Value.Xml(text(in));
      default:
        throw new IOException("unknown value type " + type);
    }
  }

  private static Value readMembers(DataInputStream in) throws IOException {
    List<Value.Member> members = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      members.add(
          new Value.Member(text(in), text(in), text(in), text(in), text(in), text(in), text(in)));
    }
    return new Value.Members(members);
  }

  static void longs(DataOutputStream out, long... values) throws IOException {
    for (long value : values) {
      out.writeLong(value);
    }
  }

  static void text(DataOutputStream out, String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("text of " + length + " bytes does not fit its record");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
