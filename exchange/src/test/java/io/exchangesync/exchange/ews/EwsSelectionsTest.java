package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Folders and groups of selections by EWS: what the contract can't see. */
class EwsSelectionsTest {
  private static final int MOST_REQUESTS = 60;

  private final SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION);
  private final Mailbox mailbox = fixture.newMailbox();
  private MailboxSession session;

  @BeforeEach
  void open() {
    session = fixture.gateway().open(mailbox, Kind.SELECTION);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aNameThatAFolderOfTheUserHasIsTheUsersToSolve() {
    MailboxSelection own = MailboxSelection.blank(Shape.FOLDER).withName("Customers");
    assertThat(apply(new MailboxWrite.Create(own)).result()).isPresent();
    assertThat(session.changes(Optional.empty()).present()).isEmpty();
    Answer<ItemVersion> second = apply(new MailboxWrite.Create(folder(3, "Customers")));
    assertThat(second.failure())
        .map(problem -> problem.type() + " " + problem.code())
        .contains(ItemProblem.Type.FATAL + " ErrorFolderExists");
  }

  @Test
  void aFolderOfAnotherInstallationAssociateOrKindIsNotOurs() {
    Stamp ours = new Stamp("inst-1", Kind.SELECTION, mailbox.associateId(), 3, "link");
    Stamp predecessors = new Stamp("inst-1", Kind.SELECTION, mailbox.associateId() + 1, 3, "old");
    Stamp ofContact = new Stamp("inst-1", Kind.CONTACT, mailbox.associateId(), 3, "contact");
    Stamp neighbours = new Stamp("inst-2", Kind.SELECTION, mailbox.associateId(), 3, "other");
    for (Stamp foreign : List.of(predecessors, ofContact, neighbours)) {
      MailboxSelection folder =
          MailboxSelection.blank(Shape.FOLDER)
              .withName(foreign.linkId())
              .withStamp(Optional.of(foreign));
      assertThat(apply(new MailboxWrite.Create(folder)).result()).isPresent();
    }
    MailboxMember member =
        new MailboxMember(3, MailboxContact.blank().with().displayName("Kari").build());
    assertThat(session.changes(Optional.empty()).present()).isEmpty();
    assertThat(apply(new MailboxWrite.Create(member)).failure())
        .map(ItemProblem::code)
        .contains("FolderMissing");
    ItemVersion made =
        apply(new MailboxWrite.Create(folder(3, "Customers").withStamp(Optional.of(ours))))
            .result()
            .orElseThrow();
    assertThat(session.changes(Optional.empty()).present())
        .extracting(head -> head.version().id())
        .containsExactly(made.id());
  }

  @Test
  void aStampOfAnotherInstallationOrAssociateInAFolderOfOursIsNotOurs() {
    apply(new MailboxWrite.Create(folder(3, "Customers")));
    String linkId = new Member(3, 11).mark() + "x";
    MailboxContact contact = MailboxContact.blank().with().displayName("Kari").build();
    for (Stamp foreign :
        List.of(
            new Stamp("inst-1", Kind.SELECTION, mailbox.associateId() + 1, -1, linkId),
            new Stamp("inst-2", Kind.SELECTION, mailbox.associateId(), -1, linkId))) {
      ItemVersion made =
          apply(
                  new MailboxWrite.Create(
                      new MailboxMember(3, contact).withStamp(Optional.of(foreign))))
              .result()
              .orElseThrow();
      assertThat(session.changes(Optional.empty()).present())
          .filteredOn(head -> head.version().id().equals(made.id()))
          .singleElement()
          .satisfies(head -> assertThat(head.stamp()).isEmpty());
    }
  }

  @Test
  void aFolderWithAnythingElseThanContactsIsTheUsers() {
    MailboxSelection customers = made(folder(3, "Customers"));
    MailboxSelection others = made(folder(4, "Others"));
    put(
        "CreateItem",
        xml -> {
          xml.attribute("MessageDisposition", "SaveOnly").message("SavedItemFolderId");
          SelectionFolders.of(customers).writeTo(xml);
          xml.end().message("Items").type("Message").type("Subject", "Notes").end().end();
        });
    put(
        "CreateFolder",
        xml -> {
          xml.message("ParentFolderId");
          SelectionFolders.of(others).writeTo(xml);
          xml.end().message("Folders").type("Folder").type("DisplayName", "Mine").end().end();
        });
    for (MailboxSelection folder : List.of(customers, others)) {
      assertThat(apply(leave(folder)).failure()).isEmpty();
      assertThat(apply(new MailboxWrite.Create(folder(9, folder.name()))).failure())
          .as("the user's folder is still there")
          .map(ItemProblem::code)
          .contains("ErrorFolderExists");
    }
    assertThat(session.changes(Optional.empty()).present()).isEmpty();
  }

  private MailboxSelection made(MailboxSelection folder) {
    ItemId id = apply(new MailboxWrite.Create(folder)).result().orElseThrow().id();
    return (MailboxSelection) session.read(List.of(id)).get(0).result().orElseThrow();
  }

  private MailboxWrite leave(MailboxSelection folder) {
    return new MailboxWrite.LeaveFolder(folder, Set.of(), Optional.empty());
  }

  /** What a user does whom the product does not know. */
  private void put(String operation, EwsOperation.Content content) {
    EwsConnection connection =
        new EwsConnection(
            fixture.simulator().url(),
            new SignIn.Basic(SimulatorFixture.SERVICE, SimulatorFixture.PASSWORD),
            Access.IMPERSONATION,
            50,
            Duration.ofSeconds(5),
            Optional.empty());
    try (EwsService service =
        new EwsService(connection, EwsHttp.client(Optional.empty()), mailbox.address())) {
      EwsMessages.single(EwsCall.send(service, new EwsOperation(operation, content)));
    }
  }

  @Test
  void aFolderThatIsGoneAsksForACompleteListing() {
    MailboxSelection folder = made(folder(3, "Customers"));
    String position = session.changes(Optional.empty()).next();
    assertThat(apply(leave(folder)).failure()).isEmpty();
    assertThatThrownBy(() -> session.changes(Optional.of(position)))
        .isInstanceOf(SyncException.SyncStateInvalid.class);
    assertThatThrownBy(() -> session.changes(Optional.of("AAAA")))
        .isInstanceOf(SyncException.SyncStateInvalid.class);
    assertThat(session.changes(Optional.empty()).present()).isEmpty();
  }

  @Test
  void contactsOfTheDefaultFolderBelongToNoSelection() {
    MailboxContact contact = MailboxContact.blank().with().displayName("Olga").build();
    try (MailboxSession contacts = fixture.gateway().open(mailbox, Kind.CONTACT)) {
      ItemId id =
          contacts
              .apply(List.of(new MailboxWrite.Create(contact)))
              .get(0)
              .result()
              .orElseThrow()
              .id();
      assertThat(session.changes(Optional.empty()).present()).isEmpty();
      assertThat(session.read(List.of(id)).get(0).failure())
          .map(ItemProblem::type)
          .contains(ItemProblem.Type.NOT_FOUND);
    }
  }

  @Test
  void allRequestsObeyMicrosoftsSchemas() {
    String schemas = System.getenv("EXSYNC_EWS_SCHEMAS");
    assumeThat(schemas)
        .as("EXSYNC_EWS_SCHEMAS names no folder with messages.xsd and types.xsd")
        .isNotNull();
    EwsSchemas schema = new EwsSchemas(Path.of(schemas));
    List<String> bodies = new ArrayList<>();
    try (StubServer proxy = new StubServer()) {
      for (int i = 0; i < MOST_REQUESTS; i++) {
        proxy.then(exchange -> forward(proxy, exchange, bodies));
      }
      EwsConnection connection =
          new EwsConnection(
              proxy.url(),
              new SignIn.Basic(SimulatorFixture.SERVICE, SimulatorFixture.PASSWORD),
              Access.IMPERSONATION,
              50,
              Duration.ofSeconds(5),
              Optional.empty());
      try (EwsMailboxGateway gateway =
              new EwsMailboxGateway(
                  EwsConnections.single(connection, SimulatorFixture.ZONE), () -> "inst-1");
          MailboxSession observed = gateway.open(mailbox, Kind.SELECTION)) {
        everyRequest(observed);
      }
    }
    assertThat(bodies)
        .anyMatch(body -> body.contains("AppendToItemField"))
        .anyMatch(body -> body.contains("DeleteFolderField"))
        .anyMatch(body -> body.contains("m:DeleteFolder "))
        .allSatisfy(
            body -> assertThatCode(() -> schema.validateBody(body)).doesNotThrowAnyException());
  }

  private void forward(StubServer proxy, HttpExchange exchange, List<String> bodies)
      throws IOException {
    StubServer.Received request = proxy.received().get(proxy.received().size() - 1);
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(fixture.simulator().url())
                      .header("Authorization", request.header("Authorization"))
                      .header("Content-Type", "text/xml; charset=utf-8")
                      .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      bodies.add(request.body());
      bodies.add(answer.body());
      StubServer.xml(answer.statusCode(), answer.body()).to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Makes, reads, lists, changes and deletes a folder, a contact in it and a group. */
  private void everyRequest(MailboxSession observed) {
    Optional<Stamp> stamp =
        Optional.of(
            new Stamp(
                "inst-1",
                Kind.SELECTION,
                mailbox.associateId(),
                -1,
                new Member(3, 11).mark() + "x"));
    MailboxContact contact = MailboxContact.blank().with().displayName("Kari").build();
    MailboxSelection group =
        MailboxSelection.blank(Shape.GROUP)
            .withName("Group")
            .withMembers(List.of(new GroupAddress("a@b.example", "A & B")));
    List<Answer<ItemVersion>> made =
        observed.apply(
            List.of(
                new MailboxWrite.Create(folder(3, "Customers")),
                new MailboxWrite.Create(new MailboxMember(3, contact).withStamp(stamp)),
                new MailboxWrite.Create(folder(4, "Others")),
                new MailboxWrite.Create(group)));
    List<ItemId> ids = made.stream().map(one -> one.result().orElseThrow().id()).toList();
    String position = observed.changes(Optional.empty()).next();
    observed.changes(Optional.of(position));
    List<MailboxItem> read =
        observed.read(ids).stream().map(answer -> answer.result().orElseThrow()).toList();
    MailboxSelection folder = (MailboxSelection) read.get(0);
    MailboxSelection stored = (MailboxSelection) read.get(3);
    List<Answer<ItemVersion>> changed =
        observed.apply(
            List.of(
                new MailboxWrite.Update(folder, folder.withName("Good customers")),
                new MailboxWrite.Update(read.get(1), read.get(1).withStamp(Optional.empty())),
                leave((MailboxSelection) read.get(2)),
                new MailboxWrite.Update(
                    stored, stored.withMembers(List.of(new GroupAddress("c@d.example", "C"))))));
    assertThat(changed).allSatisfy(answer -> assertThat(answer.failure()).isEmpty());
    MailboxSelection renamed = folder.withItem(changed.get(0).result().orElseThrow());
    assertThat(observed.apply(List.of(leave(renamed))).get(0).failure()).isEmpty();
  }

  private Answer<ItemVersion> apply(MailboxWrite write) {
    return session.apply(List.of(write)).get(0);
  }

  private MailboxSelection folder(int selection, String name) {
    return MailboxSelection.blank(Shape.FOLDER)
        .withName(name)
        .withStamp(
            Optional.of(
                new Stamp("inst-1", Kind.SELECTION, mailbox.associateId(), selection, "link")));
  }
}
