package io.exchangesync.core.simulation;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.CrmChanges;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.core.simulation.Wrapped.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Bugs that the simulation must find: each an engine that does one thing wrong at its ports. */
enum Mutant implements UnaryOperator<Ports> {
  /**
   * The mailbox's position is moved as soon as changes are read. The daily listing finds what was
   * missed, so histories end before it.
   */
  CURSOR_MOVED_EARLY {
    @Override
    History history(long seed, UnaryOperator<Ports> engine) {
      return new History(narrow(seed, Script.TROUBLE), engine, History.Ending.AT_ONCE);
    }

    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .sessions(
              (mailbox, kind, call) -> {
                Object answer = call.go();
                if (answer instanceof MailboxChanges page) {
                  ports.cursors().moveMailbox(mailbox.id(), kind, page.next());
                }
                return answer;
              })
          .ports();
    }
  },

  /** Items are made without a stamp. */
  STAMP_FORGOTTEN {
    @Override
    public Ports apply(Ports ports) {
      return writes(
          ports,
          write ->
              write instanceof MailboxWrite.Create create
                  ? new MailboxWrite.Create(
                      create.value().withStamp(Optional.empty()), create.mails())
                  : write);
    }
  },

  /** A create is sent again because its reply was lost. */
  CREATE_REPEATED {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .sessions(
              (mailbox, kind, call) -> {
                if (call.name().equals("apply")) {
                  List<MailboxWrite> creates =
                      Mutant.<MailboxWrite>list(call.argument(0)).stream()
                          .filter(MailboxWrite.Create.class::isInstance)
                          .toList();
                  if (!creates.isEmpty()) {
                    call.with(0, creates).go();
                  }
                }
                return call.go();
              })
          .ports();
    }
  },

  /** What a side does not show counts as deleted: rows outside the window are not read. */
  WINDOW_TREATED_AS_DELETE {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .queue(call -> call.name().equals("file") ? each(call, Mutant::deleted) : call.go())
          .crm(call -> call.name().startsWith("read") ? nothingFar(ports, call.go()) : call.go())
          .ports();
    }
  },

  /** Attendees are told of everything. */
  MAILS_LEAVE {
    @Override
    public Ports apply(Ports ports) {
      return writes(
          ports,
          write -> {
            if (write instanceof MailboxWrite.Create create) {
              return new MailboxWrite.Create(create.value(), Mails.SEND);
            }
            if (write instanceof MailboxWrite.Update update) {
              return new MailboxWrite.Update(update.before(), update.after(), Mails.SEND);
            }
            return write instanceof MailboxWrite.Delete delete
                ? new MailboxWrite.Delete(delete.version(), Mails.SEND)
                : write;
          });
    }
  },

  /** Losing values and images are not kept. */
  JOURNAL_WITHOUT_IMAGES {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .journal(
              call -> call.name().equals("append") ? each(call, Mutant::withoutImages) : call.go())
          .ports();
    }
  },

  /** Deletes that SuperOffice's change log tells are not heard. */
  DELETES_UNHEARD {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .crm(
              call -> {
                Object answer = call.go();
                return answer instanceof CrmChanges changes
                    ? new CrmChanges(
                        changes.touches().stream()
                            .filter(touch -> touch.change() != CrmTouch.Change.DELETED)
                            .toList(),
                        changes.next(),
                        changes.complete())
                    : answer;
              })
          .links(call -> call.name().equals("page") ? List.of() : call.go())
          .ports();
    }
  },

  /** Whoever lost his lease goes on writing. */
  LEASE_NEVER_LOST {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .leases(
              call -> {
                boolean asked = call.name().equals("holds") || call.name().equals("renew");
                return asked ? Boolean.TRUE : call.go();
              })
          .ports();
    }
  },

  /**
   * What a failed transaction wrote stays. Running again repairs nearly all of it; the losing value
   * of a conflict is gone if the process ends between rows and journal.
   */
  COMMIT_IN_PARTS {
    @Override
    History history(long seed, UnaryOperator<Ports> engine) {
      return new History(narrow(seed, Script.CRASH_IN_COMMIT), engine);
    }

    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports).work(call -> ((Supplier<?>) call.argument(0)).get()).ports();
    }
  },

  /** Own writes are taken for changes of a user: their versions are not kept. */
  ECHO_NOT_RECOGNISED {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .sessions(
              (mailbox, kind, call) -> {
                Object answer = call.go();
                return call.name().equals("apply")
                    ? Mutant.<Answer<ItemVersion>>list(answer).stream().map(Mutant::aged).toList()
                    : answer;
              })
          .ports();
    }
  },

  /** A row that a user changed meanwhile, between our reading and our writing, is overwritten. */
  ROWS_OVERWRITTEN {
    @Override
    History history(long seed, UnaryOperator<Ports> engine) {
      return new History(narrow(seed, Script.ROW_EDITED_BEFORE_COMMIT), engine);
    }

    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .crm(call -> call.name().equals("apply") ? overwriting(ports, call) : call.go())
          .ports();
    }
  },

  /** Of each page of changes, the first item is taken for deleted. */
  ITEM_READ_AS_GONE {
    @Override
    public Ports apply(Ports ports) {
      return new Surroundings(ports)
          .sessions(
              (mailbox, kind, call) -> {
                Object answer = call.go();
                if (answer instanceof MailboxChanges page && !page.present().isEmpty()) {
                  List<ItemId> gone = new ArrayList<>(page.deleted());
                  gone.add(page.present().get(0).version().id());
                  return new MailboxChanges(
                      page.present().subList(1, page.present().size()),
                      gone,
                      page.next(),
                      page.complete());
                }
                return answer;
              })
          .ports();
    }
  };

  /** An engine without a planted bug. */
  static final UnaryOperator<Ports> NONE = UnaryOperator.identity();

  /**
   * A history that may find it.
   *
   * @param engine the mutant itself, or an engine without a planted bug
   */
  History history(long seed, UnaryOperator<Ports> engine) {
    return new History(Script.of(seed), engine);
  }

  /**
   * Single appointments that are edited on both sides, while one thing goes wrong again and again.
   */
  private static List<Step> narrow(long seed, String trouble) {
    return Script.of(
        seed,
        List.of(
            "row is made",
            "item is made",
            "row is edited",
            "row is edited",
            "row is edited",
            "item is edited",
            "item is edited",
            "item is edited",
            Script.RUN,
            trouble,
            trouble,
            trouble));
  }

  private static Ports writes(Ports ports, UnaryOperator<MailboxWrite> change) {
    return new Surroundings(ports)
        .sessions(
            (Mailbox mailbox, Kind kind, Call call) ->
                call.name().equals("apply") ? each(call, change) : call.go())
        .ports();
  }

  /** The call with each element of its list changed. */
  private static <T> Object each(Call call, UnaryOperator<T> change) {
    return call.with(0, Mutant.<T>list(call.argument(0)).stream().map(change).toList()).go();
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Object value) {
    return (List<T>) value;
  }

  private static PendingChange deleted(PendingChange change) {
    return new PendingChange(
        change.id(),
        change.mailboxId(),
        change.kind(),
        change.recordId(),
        change.item(),
        true,
        change.notBefore());
  }

  private static Object nothingFar(Ports ports, Object answer) {
    Map<Object, Object> near = new HashMap<>((Map<?, ?>) answer);
    var limit = ports.clock().instant().atZone(Blanks.OSLO).toLocalDateTime().plusDays(40);
    near.values()
        .removeIf(row -> row instanceof CrmAppointment found && found.doBy().isAfter(limit));
    return near;
  }

  private static JournalEntry withoutImages(JournalEntry entry) {
    return new JournalEntry(
        entry.run(),
        entry.mailboxId(),
        entry.kind(),
        entry.linkKey(),
        entry.recordId(),
        entry.item(),
        entry.decision(),
        entry.reason(),
        "",
        "",
        entry.error(),
        entry.confidential(),
        entry.at());
  }

  private static Answer<ItemVersion> aged(Answer<ItemVersion> answer) {
    return answer
        .result()
        .<Answer<ItemVersion>>map(
            version -> new Answer.Ok<>(new ItemVersion(version.id(), version.changeKey() + "-")))
        .orElse(answer);
  }

  /** Writes what it was told, on top of the row as it is by now. */
  private static List<CrmOutcome> overwriting(Ports ports, Call call) {
    List<CrmWrite> writes = new ArrayList<>();
    for (CrmWrite write : Mutant.<CrmWrite>list(call.argument(0))) {
      if (write instanceof CrmWrite.Update update
          && update.before() instanceof CrmAppointment before) {
        var now = ports.crm().readIn(before.associateId(), List.of(before.recordId()));
        writes.add(
            now.containsKey(before.recordId())
                ? new CrmWrite.Update(now.get(before.recordId()), update.after())
                : write);
      } else {
        writes.add(write);
      }
    }
    return Mutant.list(call.with(0, writes).go());
  }
}
