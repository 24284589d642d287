package io.exchangesync.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What shows a selection in a mailbox: a folder below the contacts, or a group among them.
 *
 * @param members of a group, in the server's order; a folder has contacts of its own
 */
public record MailboxSelection(
    Optional<ItemVersion> item,
    Shape shape,
    String name,
    List<GroupAddress> members,
    Optional<Stamp> stamp,
    Instant lastModified)
    implements MailboxItem {

  /** How it is stored. */
  public enum Shape {
    FOLDER,
    GROUP
  }

  public MailboxSelection {
    Objects.requireNonNull(item);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(name);
    members = List.copyOf(members);
    Objects.requireNonNull(stamp);
    Objects.requireNonNull(lastModified);
  }

  /** One without a name and members: what a create starts from. */
  public static MailboxSelection blank(Shape shape) {
    return new MailboxSelection(
        Optional.empty(), shape, "", List.of(), Optional.empty(), Instant.EPOCH);
  }

  @Override
  public String subject() {
    return name;
  }

  /** Neither folders nor groups have a UID. */
  @Override
  public String uid() {
    return "";
  }

  @Override
  public boolean confidential() {
    return false;
  }

  @Override
  public MailboxSelection withStamp(Optional<Stamp> newStamp) {
    return new MailboxSelection(item, shape, name, members, newStamp, lastModified);
  }

  public MailboxSelection withItem(ItemVersion version) {
    return new MailboxSelection(Optional.of(version), shape, name, members, stamp, lastModified);
  }

  public MailboxSelection withShape(Shape newShape) {
    return new MailboxSelection(item, newShape, name, members, stamp, lastModified);
  }

  public MailboxSelection withName(String newName) {
    return new MailboxSelection(item, shape, newName, members, stamp, lastModified);
  }

  public MailboxSelection withMembers(List<GroupAddress> newMembers) {
    return new MailboxSelection(item, shape, name, newMembers, stamp, lastModified);
  }
}
