package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.PropertySet;
import microsoft.exchange.webservices.data.core.enumeration.misc.ConnectingIdType;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.enumeration.property.BasePropertySet;
import microsoft.exchange.webservices.data.core.enumeration.property.EmailAddressKey;
import microsoft.exchange.webservices.data.core.enumeration.property.MapiPropertyType;
import microsoft.exchange.webservices.data.core.enumeration.property.PhoneNumberKey;
import microsoft.exchange.webservices.data.core.enumeration.property.PhysicalAddressKey;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.DeleteMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SyncFolderItemsScope;
import microsoft.exchange.webservices.data.core.enumeration.service.TaskStatus;
import microsoft.exchange.webservices.data.core.service.folder.ContactsFolder;
import microsoft.exchange.webservices.data.core.service.folder.Folder;
import microsoft.exchange.webservices.data.core.service.item.Contact;
import microsoft.exchange.webservices.data.core.service.item.ContactGroup;
import microsoft.exchange.webservices.data.core.service.item.Task;
import microsoft.exchange.webservices.data.credential.WebCredentials;
import microsoft.exchange.webservices.data.misc.ImpersonatedUserId;
import microsoft.exchange.webservices.data.property.complex.EmailAddress;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.property.complex.MessageBody;
import microsoft.exchange.webservices.data.property.complex.PhysicalAddressEntry;
import microsoft.exchange.webservices.data.property.complex.recurrence.pattern.Recurrence;
import microsoft.exchange.webservices.data.property.definition.ExtendedPropertyDefinition;
import microsoft.exchange.webservices.data.search.ItemView;
import microsoft.exchange.webservices.data.search.filter.SearchFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EwsJavaApiItemsTest extends RunningSimulator {
  private static final Date MONDAY = Date.from(Instant.parse("2026-03-09T00:00:00Z"));
  private static final Date TUESDAY = Date.from(Instant.parse("2026-03-10T00:00:00Z"));

  private final SchemaTap tap = new SchemaTap();

  @Test
  void tasksAreWrittenReadFoundCompletedAndDeleted() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Task made = new Task(ews);
      made.setSubject("Call");
      made.setBody(MessageBody.getMessageBodyFromText("About the offer"));
      made.setStartDate(MONDAY);
      made.setDueDate(TUESDAY);
      made.setStatus(TaskStatus.InProgress);
      made.setPercentComplete(25.0);
      made.setExtendedProperty(stamp(), "4711");
      made.save(WellKnownFolderName.Tasks);
      Task read = Task.bind(ews, made.getId(), everything());
      assertThat(read.getStartDate()).isEqualTo(MONDAY);
      assertThat(read.getDueDate()).isEqualTo(TUESDAY);
      assertThat(read.getStatus()).isEqualTo(TaskStatus.InProgress);
      assertThat(read.getPercentComplete()).isEqualTo(25.0);
      assertThat(read.getOwner()).isEqualTo("Anna Berg");
      read.setStatus(TaskStatus.Completed);
      assertThat(read.updateTask(ConflictResolutionMode.AutoResolve)).isNull();
      Task done = Task.bind(ews, made.getId(), everything());
      assertThat(done.getIsComplete()).isTrue();
      assertThat(done.getCompleteDate()).isNotNull();
      assertThat(
              ews.findItems(
                      WellKnownFolderName.Tasks,
                      new SearchFilter.IsEqualTo(stamp(), "4711"),
                      new ItemView(10))
                  .getItems())
          .hasSize(1);
      done.delete(DeleteMode.MoveToDeletedItems);
      assertThat(ews.findItems(WellKnownFolderName.Tasks, new ItemView(10)).getItems()).isEmpty();
    }
  }

  @Test
  void completingARecurringTaskReturnsTheOneThatWasSplitOff() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Task series = new Task(ews);
      series.setSubject("Report");
      series.setRecurrence(new Recurrence.DailyPattern(MONDAY, 1));
      series.save(WellKnownFolderName.Tasks);
      Task current = Task.bind(ews, series.getId(), everything());
      assertThat(current.getDueDate()).isEqualTo(MONDAY);
      current.setStatus(TaskStatus.Completed);
      Task finished = current.updateTask(ConflictResolutionMode.AutoResolve);
      assertThat(finished.getId()).isNotEqualTo(series.getId());
      assertThat(Task.bind(ews, finished.getId(), everything()).getIsComplete()).isTrue();
      Task next = Task.bind(ews, series.getId(), everything());
      assertThat(next.getDueDate()).isEqualTo(TUESDAY);
      next.deleteCurrentOccurrence(DeleteMode.HardDelete);
      assertThat(Task.bind(ews, series.getId(), everything()).getDueDate()).isAfter(TUESDAY);
    }
  }

  @Test
  void contactsAreWrittenReadAndChangedEntryByEntry() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Contact made = new Contact(ews);
      made.setGivenName("Hans");
      made.setSurname("M\u00fcller");
      made.getEmailAddresses()
          .setEmailAddress(EmailAddressKey.EmailAddress1, new EmailAddress("h@a.example"));
      made.getEmailAddresses()
          .setEmailAddress(EmailAddressKey.EmailAddress2, new EmailAddress("h@b.example"));
      made.getPhoneNumbers().setPhoneNumber(PhoneNumberKey.MobilePhone, "+47 1");
      PhysicalAddressEntry address = new PhysicalAddressEntry();
      address.setStreet("Lange Str. 1");
      address.setCity("Berlin");
      made.getPhysicalAddresses().setPhysicalAddress(PhysicalAddressKey.Business, address);
      made.save(WellKnownFolderName.Contacts);
      made.setContactPicture(new byte[] {1, 2, 3});
      made.update(ConflictResolutionMode.AutoResolve);

      Contact read = Contact.bind(ews, made.getId(), everything());
      assertThat(read.getFileAs()).isEqualTo("M\u00fcller, Hans");
      assertThat(read.getHasPicture()).isTrue();
      assertThat(
              read.getPhysicalAddresses().getPhysicalAddress(PhysicalAddressKey.Business).getCity())
          .isEqualTo("Berlin");
      read.getPhoneNumbers().setPhoneNumber(PhoneNumberKey.MobilePhone, "+47 2");
      read.getPhoneNumbers().setPhoneNumber(PhoneNumberKey.HomePhone, "+47 3");
      read.getPhysicalAddresses().getPhysicalAddress(PhysicalAddressKey.Business).setCity("Oslo");
      read.removeContactPicture();
      read.update(ConflictResolutionMode.AutoResolve);
      Contact again = Contact.bind(ews, made.getId(), everything());
      assertThat(again.getPhoneNumbers().getPhoneNumber(PhoneNumberKey.MobilePhone))
          .isEqualTo("+47 2");
      assertThat(again.getPhoneNumbers().getPhoneNumber(PhoneNumberKey.HomePhone))
          .isEqualTo("+47 3");
      assertThat(
              again
                  .getPhysicalAddresses()
                  .getPhysicalAddress(PhysicalAddressKey.Business)
                  .getCity())
          .isEqualTo("Oslo");
      assertThat(again.getHasPicture()).isFalse();
    }
  }

  @Test
  void contactGroupsGainAndLoseMembers() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      Contact eva = new Contact(ews);
      eva.setGivenName("Eva");
      eva.getEmailAddresses()
          .setEmailAddress(EmailAddressKey.EmailAddress1, new EmailAddress("eva@a.example"));
      eva.save(WellKnownFolderName.Contacts);
      ContactGroup group = new ContactGroup(ews);
      group.setDisplayName("Customers");
      group.getMembers().addOneOff("One", "one@a.example");
      group.getMembers().addOneOff("Two", "two@a.example");
      group.save(WellKnownFolderName.Contacts);
      ContactGroup read = ContactGroup.bind(ews, group.getId(), everything());
      assertThat(read.getMembers().getCount()).isEqualTo(2);
      read.getMembers().removeAt(0);
      read.getMembers().addPersonalContact(eva.getId());
      read.update(ConflictResolutionMode.AutoResolve);
      assertThat(ews.expandGroup(group.getId()).getMembers())
          .extracting(EmailAddress::getAddress)
          .containsExactly("two@a.example", "eva@a.example");
    }
  }

  @Test
  void contactFoldersAreMadeSynchronizedRenamedAndDeleted() throws Exception {
    try (ExchangeService ews = impersonating("anna@example.com")) {
      ContactsFolder folder = new ContactsFolder(ews);
      folder.setDisplayName("Selection");
      folder.save(WellKnownFolderName.Contacts);
      Contact contact = new Contact(ews);
      contact.setGivenName("Eva");
      contact.save(folder.getId());
      assertThat(items(ews, folder.getId())).isEqualTo(1);
      assertThat(
              items(ews, FolderId.getFolderIdFromWellKnownFolderName(WellKnownFolderName.Contacts)))
          .isZero();
      folder.setDisplayName("Customers");
      folder.update();
      assertThat(Folder.bind(ews, folder.getId()).getDisplayName()).isEqualTo("Customers");
      folder.delete(DeleteMode.HardDelete);
      assertThat(Folder.bind(ews, WellKnownFolderName.Contacts).getChildFolderCount()).isZero();
    }
  }

  @BeforeEach
  void watch() {
    simulator.tap(tap);
  }

  @AfterEach
  void answersWereValid() {
    tap.assertAllAnswersWereValid();
  }

  private static int items(ExchangeService ews, FolderId folder) throws Exception {
    return ews.syncFolderItems(
            folder, PropertySet.IdOnly, null, 512, SyncFolderItemsScope.NormalItems, null)
        .getCount();
  }

  private static ExtendedPropertyDefinition stamp() throws Exception {
    return new ExtendedPropertyDefinition(
        UUID.fromString(Requests.STAMP_SET), "stamp", MapiPropertyType.String);
  }

  private static PropertySet everything() {
    return new PropertySet(BasePropertySet.FirstClassProperties);
  }

  private ExchangeService impersonating(String smtp) {
    ExchangeService ews = new ExchangeService(ExchangeVersion.Exchange2010_SP2);
    ews.setUrl(simulator.url());
    ews.setCredentials(new WebCredentials("sync@example.com", "secret"));
    ews.setImpersonatedUserId(new ImpersonatedUserId(ConnectingIdType.SmtpAddress, smtp));
    return ews;
  }
}
