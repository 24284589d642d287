-- SuperOffice CRM test schema, SQL Server dialect, schema crm7
-- ---------------------------------------------------------------------------
-- Purpose : a faithful stand-in for the part of a SuperOffice CRM on-premises
--           database that a calendar / contact / task / selection synchronizer
--           reads or writes. It is NOT SuperOffice's own script: it was written
--           from the facts in the public table reference (repository
--           SuperOfficeDocs/docs, folder en/database/tables, July 2026 = 12.2,
--           compared with a January 2023 copy = 10.1 in xt1/superoffice-docs).
--
-- Levels  : everything before the first "-- @level" mark is the common core
--           (8.0/8.1 up to late 8.5). Each "-- @level X" block adds what the
--           documentation first shows in version X. Run the blocks up to the
--           version you want to imitate; run all of them for 12.2.
--           "9.2" collects every step made between 8.1 and 9.2: some of them
--           (invitation, email.appointment_id) were already in 8.5 R10/R11, and
--           the two video columns are documented from 10.1 although the feature
--           came in 9.2 R04.
--
-- Choices made here where the documentation is silent or double (check on a
-- real database):
--   * strings   : nvarchar(n) with the documented n. SuperOffice's dictionary
--                 counts a closing zero, so a real column may be n+1 wide. The
--                 application limit is n, hence the stricter width here.
--   * dates     : datetime (not datetime2). "Never" is 1760-01-01, "for ever"
--                 is 9999-12-31; both fit.
--   * flags, enums, table numbers: smallint, also where the dictionary says
--                 unsigned 16 bit.
--   * text.text : nvarchar(max); the application limit is 2047 characters
--                 before 10.2.6 and 4000 from then on.
--   * no FOREIGN KEY, CHECK or DEFAULT constraints and no triggers: SuperOffice
--                 declares no foreign keys, and keeping defaults out makes a
--                 writer that forgets a NOT NULL column fail in the test.
--   * keys      : plain int, never IDENTITY; values come from crm7.sequence.
--   * names     : as in the documentation. Real databases show the same names
--                 in other letter case (CRM7.APPOINTMENT); use a
--                 case-insensitive collation.
--   * credentials.secret had 254 characters before 10.3.5.
--   * user-defined field tables (ud...small / ud...large) and Service tables
--     are left out; their ids may stay 0.
-- The batches are separated by GO on its own line; split on that when running
-- through JDBC.
-- Run the @level blocks while the tables are empty: SQL Server refuses to add a
-- NOT NULL column without DEFAULT to a table that has rows. A few documented
-- indexes are wider than 900 (URL: 1700) bytes; SQL Server only warns about it.
-- The script was executed in H2's SQL Server mode, not yet on SQL Server itself.
-- ---------------------------------------------------------------------------

IF SCHEMA_ID(N'crm7') IS NULL EXEC(N'CREATE SCHEMA crm7');
GO

-- appointment: table 9, replication AUPC
CREATE TABLE [crm7].[appointment] (
    [appointment_id] int NOT NULL,
    [contact_id] int NULL,
    [person_id] int NULL,
    [associate_id] int NOT NULL,
    [group_idx] int NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NULL,
    [done] datetime NOT NULL,
    [do_by] datetime NULL,
    [leadtime] smallint NULL,
    [task_idx] int NOT NULL,
    [priority_idx] int NULL,
    [type] smallint NULL,
    [status] smallint NULL,
    [private] smallint NULL,
    [alarm] smallint NULL,
    [text_id] int NULL,
    [project_id] int NULL,
    [mother_id] int NULL,
    [document_id] int NULL,
    [color_index] smallint NULL,
    [invitedPersonId] int NULL,
    [activeDate] datetime NULL,
    [endDate] datetime NULL,
    [lagTime] smallint NULL,
    [source] smallint NULL,
    [userdef_id] int NULL,
    [userdef2_id] int NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [activeLinks] int NULL,
    [recurrenceRuleId] int NULL,
    [location] nvarchar(254) NULL,
    [alldayEvent] smallint NULL,
    [freeBusy] smallint NULL,
    [rejectCounter] smallint NULL,
    [emailId] int NULL,
    [rejectReason] nvarchar(254) NULL,
    [hasAlarm] smallint NULL,
    [assignedBy] int NULL,
    [preferredTZLocation] int NULL,
    [sale_id] int NULL,
    [suggestedAppointmentId] int NULL,
    [suggestedDocumentId] int NULL,
    [isMilestone] smallint NULL,
    CONSTRAINT [PK_appointment] PRIMARY KEY CLUSTERED ([appointment_id])
);

-- text: table 18, replication AUP
CREATE TABLE [crm7].[text] (
    [text_id] int NOT NULL,
    [type] smallint NULL,
    [owner_id] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [text] nvarchar(max) NULL,
    [lcid] smallint NULL,
    [seqno] smallint NULL,
    CONSTRAINT [PK_text] PRIMARY KEY CLUSTERED ([text_id])
);

-- VisibleFor: table 196, replication AUP
CREATE TABLE [crm7].[VisibleFor] (
    [VisibleFor_id] int NOT NULL,
    [tableId] smallint NOT NULL,
    [recordId] int NOT NULL,
    [forAll] int NOT NULL,
    [forGroupId] int NOT NULL,
    [forAssocId] int NOT NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [appointmentId] int NULL,
    [saleId] int NULL,
    [saleHistId] int NULL,
    [selectionId] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_VisibleFor] PRIMARY KEY CLUSTERED ([VisibleFor_id])
);

-- RecurrenceRule: table 207, replication AUP
CREATE TABLE [crm7].[RecurrenceRule] (
    [RecurrenceRule_id] int NOT NULL,
    [pattern] smallint NOT NULL,
    [subPattern] smallint NOT NULL,
    [weekdays] smallint NOT NULL,
    [startDate] datetime NOT NULL,
    [endDate] datetime NOT NULL,
    [cyclicDay] smallint NOT NULL,
    [cyclicWeek] smallint NOT NULL,
    [cyclicMonth] smallint NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_RecurrenceRule] PRIMARY KEY CLUSTERED ([RecurrenceRule_id])
);

-- Task: table 67, replication DUP
CREATE TABLE [crm7].[Task] (
    [Task_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [record_type] smallint NOT NULL,
    [direction] smallint NULL,
    [color_index] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [defaultAlldayEvent] smallint NULL,
    [defaultFreeBusy] smallint NULL,
    [defaultPublishType] smallint NULL,
    [intentId] int NULL,
    CONSTRAINT [PK_Task] PRIMARY KEY CLUSTERED ([Task_id])
);

-- TaskGroupLink: table 68, replication DUP
CREATE TABLE [crm7].[TaskGroupLink] (
    [taskgrouplink_id] int NOT NULL,
    [task_id] int NOT NULL,
    [group_id] int NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_TaskGroupLink] PRIMARY KEY CLUSTERED ([taskgrouplink_id])
);

-- TaskHeadingLink: table 69, replication DUP
CREATE TABLE [crm7].[TaskHeadingLink] (
    [taskheadinglink_id] int NOT NULL,
    [task_id] int NOT NULL,
    [heading_id] int NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_TaskHeadingLink] PRIMARY KEY CLUSTERED ([taskheadinglink_id])
);

-- Heading: table 58, replication DUP
CREATE TABLE [crm7].[Heading] (
    [heading_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [listTableId] smallint NOT NULL,
    [extraId] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_Heading] PRIMARY KEY CLUSTERED ([heading_id])
);

-- Priority: table 79, replication DUP
CREATE TABLE [crm7].[Priority] (
    [Priority_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_Priority] PRIMARY KEY CLUSTERED ([Priority_id])
);

-- RejectReason: table 222, replication DUP
CREATE TABLE [crm7].[RejectReason] (
    [RejectReason_Id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_RejectReason] PRIMARY KEY CLUSTERED ([RejectReason_Id])
);

-- SuggestedAppointment: table 125, replication DUP
CREATE TABLE [crm7].[SuggestedAppointment] (
    [SuggestedAppointment_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [saleTypeStageLinkId] int NULL,
    [projectTypeStatusLinkId] int NULL,
    [task_id] int NULL,
    [daysFuture] smallint NULL,
    [duration] smallint NULL,
    [autoSuggest] smallint NULL,
    [text] nvarchar(2047) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [isMilestone] smallint NULL,
    [assignToMember] smallint NULL,
    CONSTRAINT [PK_SuggestedAppointment] PRIMARY KEY CLUSTERED ([SuggestedAppointment_id])
);

-- document: table 10, replication AUPC
CREATE TABLE [crm7].[document] (
    [document_id] int NOT NULL,
    [application_id] int NOT NULL,
    [name] nvarchar(511) NOT NULL,
    [header] nvarchar(219) NULL,
    [our_ref] nvarchar(99) NULL,
    [your_ref] nvarchar(99) NULL,
    [searchname] nvarchar(99) NULL,
    [attention] nvarchar(99) NULL,
    [text_id] int NULL,
    [archiveProvider] int NULL,
    [appointment_id] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [extref] nvarchar(511) NULL,
    [userdef_id] int NULL,
    [userdef2_id] int NULL,
    CONSTRAINT [PK_document] PRIMARY KEY CLUSTERED ([document_id])
);

-- relations: table 52, replication AUP
CREATE TABLE [crm7].[relations] (
    [relation_id] int NOT NULL,
    [reldef_id] int NOT NULL,
    [source_table] smallint NOT NULL,
    [source_record] int NOT NULL,
    [destination_table] smallint NOT NULL,
    [destination_record] int NOT NULL,
    [relcomment] nvarchar(254) NULL,
    [reversed] smallint NULL,
    [group_idx] int NULL,
    [startDate] datetime NULL,
    [endDate] datetime NULL,
    [relFlags] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [associateId] int NOT NULL,
    CONSTRAINT [PK_relations] PRIMARY KEY CLUSTERED ([relation_id])
);

-- relationdefinition: table 48, replication DUP
CREATE TABLE [crm7].[relationdefinition] (
    [reldef_id] int NOT NULL,
    [name] nvarchar(239) NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [passive_text] nvarchar(254) NULL,
    [defcomment] nvarchar(254) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_relationdefinition] PRIMARY KEY CLUSTERED ([reldef_id])
);

-- relationtarget: table 51, replication DUP
CREATE TABLE [crm7].[relationtarget] (
    [reltarget_id] int NOT NULL,
    [reldef_id] int NOT NULL,
    [source_table] smallint NOT NULL,
    [destination_table] smallint NOT NULL,
    [bidirectional] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_relationtarget] PRIMARY KEY CLUSTERED ([reltarget_id])
);

-- redletterday: table 17, replication DUP
CREATE TABLE [crm7].[redletterday] (
    [redletterday_id] int NOT NULL,
    [reddate] datetime NOT NULL,
    [country_id] int NOT NULL,
    [reds] int NULL,
    [colored] int NULL,
    [color] smallint NULL,
    [text] nvarchar(79) NULL,
    [updatedCount] smallint NOT NULL,
    [rgbColour] int NULL,
    [extraFlags] int NULL,
    CONSTRAINT [PK_redletterday] PRIMARY KEY NONCLUSTERED ([redletterday_id])
);

-- contact: table 5, replication AUPC
CREATE TABLE [crm7].[contact] (
    [contact_id] int NOT NULL,
    [name] nvarchar(219) NOT NULL,
    [kananame] nvarchar(219) NULL,
    [department] nvarchar(219) NULL,
    [number1] nvarchar(49) NULL,
    [number2] nvarchar(49) NULL,
    [associate_id] int NULL,
    [country_id] int NOT NULL,
    [business_idx] int NOT NULL,
    [category_idx] int NOT NULL,
    [xstop] smallint NULL,
    [nomailing] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [text_id] int NULL,
    [mother_id] int NULL,
    [userdef_id] int NULL,
    [orgNr] nvarchar(49) NULL,
    [soundEx] nvarchar(9) NULL,
    [source] smallint NULL,
    [userdef2_id] int NULL,
    [activeInterests] smallint NULL,
    [updatedCount] smallint NOT NULL,
    [group_id] int NULL,
    [tzLocationId] int NULL,
    [ticketPriorityId] int NULL,
    [deleted] smallint NULL,
    [supportLanguageId] int NULL,
    [supportAssociateId] int NULL,
    [supportPersonId] int NULL,
    [dbi_agent_id] int NULL,
    [dbi_key] nvarchar(255) NULL,
    [dbi_last_syncronized] datetime NULL,
    [dbi_last_modified] datetime NULL,
    [activeErpLinks] int NULL,
    CONSTRAINT [PK_contact] PRIMARY KEY CLUSTERED ([contact_id])
);

-- person: table 6, replication AUPC
CREATE TABLE [crm7].[person] (
    [person_id] int NOT NULL,
    [contact_id] int NOT NULL,
    [rank] smallint NOT NULL,
    [lastname] nvarchar(99) NULL,
    [firstname] nvarchar(99) NOT NULL,
    [mrmrs] nvarchar(239) NULL,
    [title] nvarchar(239) NULL,
    [text_id] int NULL,
    [position_idx] int NULL,
    [year_of_birth] smallint NULL,
    [month_of_birth] smallint NULL,
    [day_of_birth] smallint NULL,
    [phone_present] smallint NULL,
    [userdef_id] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [person_number] nvarchar(49) NULL,
    [kanalname] nvarchar(99) NULL,
    [kanafname] nvarchar(99) NULL,
    [post1] nvarchar(99) NULL,
    [post2] nvarchar(99) NULL,
    [post3] nvarchar(99) NULL,
    [usepersonaddress] smallint NULL,
    [middleName] nvarchar(99) NULL,
    [source] smallint NULL,
    [nomailing] smallint NULL,
    [country_id] int NOT NULL,
    [userdef2_id] int NULL,
    [retired] smallint NULL,
    [activeInterests] smallint NULL,
    [updatedCount] smallint NOT NULL,
    [associate_id] int NULL,
    [group_id] int NULL,
    [salutation] nvarchar(239) NULL,
    [department] nvarchar(254) NULL,
    [initials] nvarchar(63) NULL,
    [gender] smallint NULL,
    [business_idx] int NOT NULL,
    [category_idx] int NOT NULL,
    [tzLocationId] int NULL,
    [sentInfo] smallint NULL,
    [showContactTickets] smallint NULL,
    [ticketPriorityId] int NULL,
    [supportLanguageId] int NULL,
    [supportAssociateId] int NULL,
    [dbi_agent_id] int NULL,
    [dbi_key] nvarchar(255) NULL,
    [dbi_last_syncronized] datetime NULL,
    [dbi_last_modified] datetime NULL,
    [blockEmarketing] smallint NULL,
    [activeErpLinks] int NULL,
    CONSTRAINT [PK_person] PRIMARY KEY CLUSTERED ([person_id])
);

-- address: table 7, replication AUP
CREATE TABLE [crm7].[address] (
    [address_id] int NOT NULL,
    [owner_id] int NOT NULL,
    [atype_idx] smallint NOT NULL,
    [zipcode] nvarchar(11) NOT NULL,
    [city] nvarchar(79) NULL,
    [state] nvarchar(5) NULL,
    [county] nvarchar(29) NULL,
    [address1] nvarchar(79) NULL,
    [address2] nvarchar(79) NULL,
    [address3] nvarchar(79) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [validFrom] datetime NULL,
    [validTo] datetime NULL,
    [wgs84latitude] float NULL,
    [wgs84longitude] float NULL,
    CONSTRAINT [PK_address] PRIMARY KEY CLUSTERED ([address_id])
);

-- phone: table 8, replication AUP
CREATE TABLE [crm7].[phone] (
    [phone_id] int NOT NULL,
    [owner_id] int NOT NULL,
    [ptype_idx] smallint NOT NULL,
    [phone] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [description] nvarchar(99) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [validFrom] datetime NULL,
    [validTo] datetime NULL,
    [searchPhoneNumber] nvarchar(239) NULL,
    CONSTRAINT [PK_phone] PRIMARY KEY CLUSTERED ([phone_id])
);

-- Email: table 55, replication AUP
CREATE TABLE [crm7].[Email] (
    [email_id] int NOT NULL,
    [contact_id] int NULL,
    [person_id] int NULL,
    [project_id] int NULL,
    [reserved_id1] int NULL,
    [reserved_id2] int NULL,
    [protocol] nvarchar(11) NULL,
    [type] smallint NOT NULL,
    [description] nvarchar(254) NOT NULL,
    [email_address] nvarchar(239) NOT NULL,
    [rank] smallint NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [bounceCount] smallint NULL,
    [lastBounce] datetime NULL,
    [lastSent] datetime NULL,
    [dbi_agent_id] int NULL,
    CONSTRAINT [PK_Email] PRIMARY KEY CLUSTERED ([email_id])
);

-- URL: table 54, replication AUP
CREATE TABLE [crm7].[URL] (
    [url_id] int NOT NULL,
    [contact_id] int NULL,
    [person_id] int NULL,
    [project_id] int NULL,
    [reserved_id1] int NULL,
    [reserved_id2] int NULL,
    [type] smallint NOT NULL,
    [description] nvarchar(254) NOT NULL,
    [url_address] nvarchar(1023) NOT NULL,
    [rank] smallint NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_URL] PRIMARY KEY CLUSTERED ([url_id])
);

-- Business: table 61, replication DUP
CREATE TABLE [crm7].[Business] (
    [business_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_Business] PRIMARY KEY CLUSTERED ([business_id])
);

-- Category: table 64, replication DUP
CREATE TABLE [crm7].[Category] (
    [Category_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_Category] PRIMARY KEY CLUSTERED ([Category_id])
);

-- PersPos: table 76, replication DUP
CREATE TABLE [crm7].[PersPos] (
    [PersPos_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_PersPos] PRIMARY KEY CLUSTERED ([PersPos_id])
);

-- MrMrs: table 94, replication DUP
CREATE TABLE [crm7].[MrMrs] (
    [MrMrs_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_MrMrs] PRIMARY KEY CLUSTERED ([MrMrs_id])
);

-- country: table 19, replication DP
CREATE TABLE [crm7].[country] (
    [country_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [english_name] nvarchar(39) NULL,
    [zip_prefix] nvarchar(5) NULL,
    [flagres_id] int NULL,
    [addressLayout] int NOT NULL,
    [addressLayoutDomestic] int NOT NULL,
    [addressLayoutForeign] int NOT NULL,
    [currency_id] int NULL,
    [orgNrText] nvarchar(254) NULL,
    [domainName] nvarchar(9) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [defaultLcid] int NULL,
    [dialInPrefix] nvarchar(31) NULL,
    [dialOutPrefix] nvarchar(31) NULL,
    [interAreaPrefix] nvarchar(31) NULL,
    [customPhoneDesc] nvarchar(254) NULL,
    [phonePartOfNA] smallint NULL,
    [isBuiltIn] smallint NULL,
    [isoNumber] int NULL,
    [abbrev3] nvarchar(3) NULL,
    [abbrev2] nvarchar(2) NULL,
    [tzLocationId] int NULL,
    CONSTRAINT [PK_country] PRIMARY KEY CLUSTERED ([country_id])
);

-- associate: table 2, replication DUPC
CREATE TABLE [crm7].[associate] (
    [associate_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [group_idx] int NOT NULL,
    [lastlogin] datetime NOT NULL,
    [lastlogout] datetime NOT NULL,
    [person_id] int NOT NULL,
    [checklistlimit] datetime NOT NULL,
    [type] smallint NULL,
    [userFlags] nvarchar(127) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [isLocation] smallint NULL,
    [tzLocationId] int NULL,
    [locationAddress] nvarchar(239) NULL,
    [ejuserId] int NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    CONSTRAINT [PK_associate] PRIMARY KEY CLUSTERED ([associate_id])
);

-- UserGroup: table 59, replication DUP
CREATE TABLE [crm7].[UserGroup] (
    [UserGroup_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [type] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_UserGroup] PRIMARY KEY CLUSTERED ([UserGroup_id])
);

-- UserGroupLink: table 60, replication DUP
CREATE TABLE [crm7].[UserGroupLink] (
    [UserGroupLink_id] int NOT NULL,
    [assoc_id] int NOT NULL,
    [UserGroup_id] int NOT NULL,
    [remark] nvarchar(254) NULL,
    [validFrom] datetime NULL,
    [validTo] datetime NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [encryptedCheck] nvarchar(254) NULL,
    CONSTRAINT [PK_UserGroupLink] PRIMARY KEY CLUSTERED ([UserGroupLink_id])
);

-- OwnerContactLink: table 167, replication DUP
CREATE TABLE [crm7].[OwnerContactLink] (
    [OwnerContactLink_id] int NOT NULL,
    [contact_id] int NOT NULL,
    [remark] nvarchar(254) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_OwnerContactLink] PRIMARY KEY CLUSTERED ([OwnerContactLink_id])
);

-- activeuser: table 28, replication none
CREATE TABLE [crm7].[activeuser] (
    [activeuser_id] int NOT NULL,
    [lastlogin] datetime NULL,
    [netAddress] nvarchar(127) NULL,
    [clientType] smallint NULL,
    [computerName] nvarchar(127) NULL,
    [domainName] nvarchar(127) NULL,
    [osUserName] nvarchar(127) NULL,
    CONSTRAINT [PK_activeuser] PRIMARY KEY CLUSTERED ([activeuser_id])
);

-- Credentials: table 250, replication AUP
CREATE TABLE [crm7].[Credentials] (
    [Credentials_id] int NOT NULL,
    [associateId] int NOT NULL,
    [credentialType] nvarchar(254) NOT NULL,
    [searchName] nvarchar(254) NOT NULL,
    [secret] nvarchar(2000) NOT NULL,
    [validFrom] datetime NOT NULL,
    [validTo] datetime NOT NULL,
    [isActive] smallint NOT NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [lastUsedDate] datetime NULL,
    [lastusedInfo] nvarchar(254) NULL,
    [comment] nvarchar(254) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [personId] int NULL,
    [extraId] int NULL,
    [displayType] nvarchar(254) NULL,
    [displayName] nvarchar(254) NULL,
    CONSTRAINT [PK_Credentials] PRIMARY KEY CLUSTERED ([Credentials_id])
);

-- selection: table 23, replication none
CREATE TABLE [crm7].[selection] (
    [selection_id] int NOT NULL,
    [associate_id] int NOT NULL,
    [group_idx] int NOT NULL,
    [name] nvarchar(219) NOT NULL,
    [text_id] int NULL,
    [postitText_Id] int NULL,
    [visibility] smallint NULL,
    [seltype] smallint NULL,
    [searchCat_id] int NULL,
    [companyUnique] smallint NULL,
    [soundEx] nvarchar(9) NULL,
    [source] smallint NULL,
    [memberCount] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [includePerson] int NULL,
    [targetTableNumber] smallint NOT NULL,
    [done] smallint NULL,
    [combinationType] smallint NULL,
    [leftSelectionId] int NULL,
    [rightSelectionId] int NULL,
    CONSTRAINT [PK_selection] PRIMARY KEY NONCLUSTERED ([selection_id])
);

-- selectionmember: table 24, replication none
CREATE TABLE [crm7].[selectionmember] (
    [selectionmember_id] int NOT NULL,
    [selection_id] int NOT NULL,
    [contact_id] int NOT NULL,
    [person_id] int NULL,
    [targetTableNumber] smallint NULL,
    [targetRecordId] int NULL,
    CONSTRAINT [PK_selectionmember] PRIMARY KEY NONCLUSTERED ([selectionmember_id])
);

-- SearchCat: table 106, replication DUP
CREATE TABLE [crm7].[SearchCat] (
    [SearchCat_id] int NOT NULL,
    [name] nvarchar(239) NOT NULL,
    [rank] smallint NULL,
    [tooltip] nvarchar(254) NULL,
    [deleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_SearchCat] PRIMARY KEY CLUSTERED ([SearchCat_id])
);

-- SearchCriteria: table 201, replication AUP
CREATE TABLE [crm7].[SearchCriteria] (
    [SearchCriteria_id] int NOT NULL,
    [name] nvarchar(254) NOT NULL,
    [textId] int NULL,
    [ownerType] smallint NULL,
    [ownerTable] smallint NULL,
    [ownerId] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [ownerName] nvarchar(254) NULL,
    [ownerGuiName] nvarchar(254) NULL,
    [displayName] nvarchar(254) NULL,
    CONSTRAINT [PK_SearchCriteria] PRIMARY KEY CLUSTERED ([SearchCriteria_id])
);

-- SearchCriteriaGroup: table 202, replication AUP
CREATE TABLE [crm7].[SearchCriteriaGroup] (
    [SearchCriteriaGroup_id] int NOT NULL,
    [SearchCriteria_id] int NOT NULL,
    [name] nvarchar(254) NOT NULL,
    [textId] int NULL,
    [direction] smallint NOT NULL,
    [rank] smallint NOT NULL,
    [active] smallint NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_SearchCriteriaGroup] PRIMARY KEY CLUSTERED ([SearchCriteriaGroup_id])
);

-- SearchCriterion: table 203, replication AUP
CREATE TABLE [crm7].[SearchCriterion] (
    [SearchCriterion_id] int NOT NULL,
    [SearchCriteriaGroup_id] int NOT NULL,
    [criterionId] int NOT NULL,
    [extraId] int NULL,
    [udefIdentity] int NULL,
    [operatorId] smallint NOT NULL,
    [linkType] smallint NOT NULL,
    [active] smallint NOT NULL,
    [rank] smallint NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [columnName] nvarchar(254) NULL,
    [operatorName] nvarchar(254) NULL,
    [uniqueKey] int NULL,
    [parenthesis] smallint NULL,
    CONSTRAINT [PK_SearchCriterion] PRIMARY KEY CLUSTERED ([SearchCriterion_id])
);

-- SearchCriterionValue: table 204, replication AUP
CREATE TABLE [crm7].[SearchCriterionValue] (
    [SearchCriterionValue_id] int NOT NULL,
    [SearchCriterion_id] int NOT NULL,
    [longValue] int NULL,
    [doubleValue] float NULL,
    [stringValue] nvarchar(254) NULL,
    [rank] smallint NOT NULL,
    [listTableId] smallint NULL,
    [listItemId] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_SearchCriterionValue] PRIMARY KEY CLUSTERED ([SearchCriterionValue_id])
);

-- project: table 11, replication AUPC
CREATE TABLE [crm7].[project] (
    [project_id] int NOT NULL,
    [name] nvarchar(219) NULL,
    [project_number] nvarchar(49) NULL,
    [type_idx] int NOT NULL,
    [status_idx] int NULL,
    [associate_id] int NOT NULL,
    [text_id] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [userdef_id] int NULL,
    [soundEx] nvarchar(9) NULL,
    [source] smallint NULL,
    [userdef2_id] int NULL,
    [postitText_id] int NULL,
    [updatedCount] smallint NOT NULL,
    [group_id] int NULL,
    [tzLocationId] int NULL,
    [activeLinks] int NULL,
    [done] smallint NULL,
    [endDate] datetime NULL,
    [nextMilestoneDate] datetime NULL,
    [nmdAppointment_id] int NULL,
    [activeErpLinks] int NULL,
    CONSTRAINT [PK_project] PRIMARY KEY CLUSTERED ([project_id])
);

-- projectmember: table 12, replication AUPC
CREATE TABLE [crm7].[projectmember] (
    [projectmember_id] int NOT NULL,
    [project_id] int NULL,
    [contact_id] int NULL,
    [person_id] int NULL,
    [rank] smallint NULL,
    [mtype_idx] int NULL,
    [text_id] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_projectmember] PRIMARY KEY CLUSTERED ([projectmember_id])
);

-- sale: table 13, replication AUPC
CREATE TABLE [crm7].[sale] (
    [sale_id] int NOT NULL,
    [associate_id] int NOT NULL,
    [group_idx] int NOT NULL,
    [contact_id] int NOT NULL,
    [person_id] int NULL,
    [registered] datetime NULL,
    [saledate] datetime NOT NULL,
    [amount] float NULL,
    [probability_idx] int NOT NULL,
    [appointment_id] int NOT NULL,
    [text_id] int NULL,
    [project_id] int NOT NULL,
    [earning] float NULL,
    [earning_percent] float NULL,
    [userdef_id] int NULL,
    [userdef2_id] int NULL,
    [heading] nvarchar(219) NULL,
    [credited_id] int NULL,
    [source_id] int NULL,
    [reason_id] int NULL,
    [comptr_id] int NULL,
    [currency_id] int NULL,
    [probability] smallint NULL,
    [status] smallint NULL,
    [done] smallint NULL,
    [number1] nvarchar(49) NULL,
    [visibility] smallint NULL,
    [source] smallint NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [activeLinks] int NULL,
    [saleType_id] int NULL,
    [postitText_id] int NULL,
    [reasonStalled_id] int NULL,
    [reopenDate] datetime NULL,
    [nextDueDate] datetime NULL,
    [nddAppointment_id] int NULL,
    [reasonSold_id] int NULL,
    [saleTypeCat_id] int NULL,
    [activeErpLinks] int NULL,
    CONSTRAINT [PK_sale] PRIMARY KEY CLUSTERED ([sale_id])
);

-- ExternalEvent: table 233, replication DUP
CREATE TABLE [crm7].[ExternalEvent] (
    [ExternalEvent_id] int NOT NULL,
    [eventEnabled] smallint NOT NULL,
    [eventDate] datetime NOT NULL,
    [parentTable] smallint NOT NULL,
    [parentRecord] int NOT NULL,
    [signOn] smallint NOT NULL,
    [signOnTaskEnable] smallint NOT NULL,
    [signOnTaskId] int NOT NULL,
    [signOnAssocId] int NOT NULL,
    [signOnTextId] int NOT NULL,
    [signOnConfTextId] int NOT NULL,
    [signOnTriggersAssign] smallint NOT NULL,
    [signOff] smallint NOT NULL,
    [signOffTaskEnable] smallint NOT NULL,
    [signOffTaskId] int NOT NULL,
    [signOffAssocId] int NOT NULL,
    [signOffTextId] int NOT NULL,
    [signOffConfTextId] int NOT NULL,
    [signOffTriggersAssign] smallint NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_ExternalEvent] PRIMARY KEY CLUSTERED ([ExternalEvent_id])
);

-- TZLocation: table 245, replication DUP
CREATE TABLE [crm7].[TZLocation] (
    [TZLocation_id] int NOT NULL,
    [countryId] int NOT NULL,
    [locationCode] nvarchar(29) NOT NULL,
    [groupName] nvarchar(254) NULL,
    [regionName] nvarchar(254) NOT NULL,
    [cities] nvarchar(2047) NOT NULL,
    [shortName] nvarchar(254) NOT NULL,
    [description] nvarchar(254) NULL,
    [isBuiltIn] smallint NULL,
    [isActive] smallint NULL,
    [isDeleted] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_TZLocation] PRIMARY KEY CLUSTERED ([TZLocation_id])
);

-- BaseTZLocation: table 248, replication DUP
CREATE TABLE [crm7].[BaseTZLocation] (
    [BaseTZLocation_id] int NOT NULL,
    [TZLocation_id] int NOT NULL,
    [validFrom] datetime NOT NULL,
    [databaseId] int NOT NULL,
    [description] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_BaseTZLocation] PRIMARY KEY CLUSTERED ([BaseTZLocation_id])
);

-- TZStdRule: table 246, replication DUP
CREATE TABLE [crm7].[TZStdRule] (
    [TZStdRule_id] int NOT NULL,
    [TZLocationId] int NOT NULL,
    [validFrom] datetime NOT NULL,
    [bias] smallint NOT NULL,
    [description] nvarchar(2047) NULL,
    [isBuiltIn] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_TZStdRule] PRIMARY KEY CLUSTERED ([TZStdRule_id])
);

-- TZDstRule: table 247, replication DUP
CREATE TABLE [crm7].[TZDstRule] (
    [TZDstRule_id] int NOT NULL,
    [TZLocationId] int NOT NULL,
    [validFrom] datetime NOT NULL,
    [bias] smallint NOT NULL,
    [startRule] nvarchar(254) NULL,
    [endRule] nvarchar(254) NULL,
    [startDayOfMonth] smallint NULL,
    [startMonth] smallint NOT NULL,
    [endDayOfMonth] smallint NOT NULL,
    [endMonth] smallint NOT NULL,
    [description] nvarchar(2047) NULL,
    [isBuiltIn] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_TZDstRule] PRIMARY KEY CLUSTERED ([TZDstRule_id])
);

-- sequence: table 0, replication none
CREATE TABLE [crm7].[sequence] (
    [id] int NOT NULL,
    [next_id] int NULL,
    [TableName] nvarchar(255) NULL,
    [TableNumber] int NULL,
    CONSTRAINT [PK_sequence] PRIMARY KEY CLUSTERED ([id])
);

-- traveltransactionlog: table 29, replication none
CREATE TABLE [crm7].[traveltransactionlog] (
    [traveltransactionlog_id] int NOT NULL,
    [ttime] datetime NOT NULL,
    [prev_record_id] int NOT NULL,
    [type] smallint NOT NULL,
    [associate_id] int NOT NULL,
    [tablenumber] smallint NOT NULL,
    [record_id] int NOT NULL,
    [flags] smallint NULL,
    [application_id] int NULL,
    CONSTRAINT [PK_traveltransactionlog] PRIMARY KEY CLUSTERED ([traveltransactionlog_id])
);

-- MergeMoveLog: table 37, replication DUP
CREATE TABLE [crm7].[MergeMoveLog] (
    [MergeMoveLog_id] int NOT NULL,
    [tableNumber] smallint NOT NULL,
    [operation] smallint NOT NULL,
    [sourceRecord] int NOT NULL,
    [destinationRecord] int NOT NULL,
    [options] nvarchar(2047) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_MergeMoveLog] PRIMARY KEY CLUSTERED ([MergeMoveLog_id])
);

-- travelcurrent: table 32, replication none
CREATE TABLE [crm7].[travelcurrent] (
    [travelcurrent_id] int NOT NULL,
    [systemlevel] smallint NULL,
    [current_id] int NULL,
    [central_id] int NULL,
    [area_id] int NULL,
    [central_generatedtime] datetime NULL,
    [current_generatedtime] datetime NULL,
    [last_recordtime] datetime NULL,
    [last_recordnumber] int NULL,
    [first_recordnumber] int NULL,
    [last_playbacktime] datetime NULL,
    [last_playbacknumber] int NULL,
    [databasetype] smallint NULL,
    [dbTag] nvarchar(39) NOT NULL,
    [parentDbTag] nvarchar(39) NOT NULL,
    [centralDbTag] nvarchar(39) NOT NULL,
    [encryptedComm] smallint NULL,
    [defaultMakeReturn] smallint NULL,
    [adminLogin] nvarchar(127) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_travelcurrent] PRIMARY KEY CLUSTERED ([travelcurrent_id])
);

-- travelgenerateddatabase: table 33, replication none
CREATE TABLE [crm7].[travelgenerateddatabase] (
    [travelgenerateddatabase_id] int NOT NULL,
    [databasetype] smallint NULL,
    [area_id] int NULL,
    [lastLogId] int NULL,
    [generatedtime] datetime NULL,
    [state] smallint NULL,
    [dbTag] nvarchar(39) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_travelgenerateddatabase] PRIMARY KEY CLUSTERED ([travelgenerateddatabase_id])
);

-- travelgeneratedtransaction: table 30, replication none
CREATE TABLE [crm7].[travelgeneratedtransaction] (
    [travelgeneratedtransaction_id] int NOT NULL,
    [travel_id] int NULL,
    [tranlogfirst_id] int NULL,
    [tranloglast_id] int NULL,
    [recordstatus] smallint NULL,
    [transmissionnumber] int NULL,
    [transmissiontype] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_travelgeneratedtransaction] PRIMARY KEY CLUSTERED ([travelgeneratedtransaction_id])
);

-- travelidmapping: table 43, replication none
CREATE TABLE [crm7].[travelidmapping] (
    [travelidmapping_id] int NOT NULL,
    [associate_id] int NOT NULL,
    [table_number] smallint NOT NULL,
    [local_id] int NOT NULL,
    [parent_id] int NOT NULL,
    [counter] int NULL,
    [cdbName] nvarchar(29) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_travelidmapping] PRIMARY KEY CLUSTERED ([travelidmapping_id])
);

-- traveller: table 31, replication none
CREATE TABLE [crm7].[traveller] (
    [traveller_id] int NOT NULL,
    [systemlevel] smallint NULL,
    [travel_id] int NULL,
    [area_id] int NULL,
    [generatedtime] datetime NULL,
    [last_recordtime] datetime NULL,
    [last_recordnumber] int NULL,
    [last_playbacktime] datetime NULL,
    [last_playbacknumber] int NULL,
    [databasetype] smallint NULL,
    [encryptedComm] smallint NULL,
    [dbTag] nvarchar(39) NULL,
    [defaultMakeReturn] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_traveller] PRIMARY KEY CLUSTERED ([traveller_id])
);

-- satellite: table 42, replication DP
CREATE TABLE [crm7].[satellite] (
    [satellite_id] int NOT NULL,
    [area_id] int NOT NULL,
    [contact_id] int NOT NULL,
    [encryptedComm] smallint NULL,
    [DSN] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_satellite] PRIMARY KEY CLUSTERED ([satellite_id])
);

-- area: table 38, replication DPC
CREATE TABLE [crm7].[area] (
    [area_id] int NOT NULL,
    [name] nvarchar(49) NULL,
    [parent_area_id] int NULL,
    [allData] smallint NULL,
    [dbType] smallint NULL,
    [filterType] smallint NULL,
    [encryptedComm] smallint NULL,
    [maxDataAge] smallint NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_area] PRIMARY KEY CLUSTERED ([area_id])
);

-- areauserassignment: table 40, replication DPC
CREATE TABLE [crm7].[areauserassignment] (
    [areauserassignment_id] int NOT NULL,
    [area_id] int NOT NULL,
    [associate_id] int NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_areauserassignment] PRIMARY KEY NONCLUSTERED ([areauserassignment_id])
);

-- areauserinclusion: table 41, replication DPC
CREATE TABLE [crm7].[areauserinclusion] (
    [areauserinclusion_id] int NOT NULL,
    [area_id] int NOT NULL,
    [associate_id] int NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_areauserinclusion] PRIMARY KEY NONCLUSTERED ([areauserinclusion_id])
);

-- foreignapp: table 181, replication DUP
CREATE TABLE [crm7].[foreignapp] (
    [foreignapp_id] int NOT NULL,
    [name] nvarchar(254) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_foreignapp] PRIMARY KEY CLUSTERED ([foreignapp_id])
);

-- foreigndevice: table 182, replication DUP
CREATE TABLE [crm7].[foreigndevice] (
    [foreigndevice_id] int NOT NULL,
    [name] nvarchar(31) NOT NULL,
    [device_id] nvarchar(239) NULL,
    [foreignapp_id] int NOT NULL,
    [owner_id] int NOT NULL,
    [lastsynced] datetime NULL,
    [lastsynced_trans] datetime NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_foreigndevice] PRIMARY KEY CLUSTERED ([foreigndevice_id])
);

-- foreignkey: table 183, replication DUP
CREATE TABLE [crm7].[foreignkey] (
    [foreignkey_id] int NOT NULL,
    [foreigndevice_id] int NOT NULL,
    [table_id] smallint NOT NULL,
    [record_id] int NOT NULL,
    [seqno] int NOT NULL,
    [subkey] nvarchar(239) NULL,
    [subvalue] nvarchar(239) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_foreignkey] PRIMARY KEY CLUSTERED ([foreignkey_id])
);

-- UserPreference: table 56, replication AUP
CREATE TABLE [crm7].[UserPreference] (
    [userpreference_id] int NOT NULL,
    [deflevel] smallint NOT NULL,
    [maxlevel] smallint NOT NULL,
    [owner_id] int NOT NULL,
    [prefsection] nvarchar(199) NOT NULL,
    [prefkey] nvarchar(199) NOT NULL,
    [prefvalue] nvarchar(2046) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_UserPreference] PRIMARY KEY CLUSTERED ([userpreference_id])
);

-- PrefDesc: table 184, replication DUP
CREATE TABLE [crm7].[PrefDesc] (
    [PrefDesc_id] int NOT NULL,
    [prefsection] nvarchar(199) NOT NULL,
    [prefkey] nvarchar(199) NOT NULL,
    [name] nvarchar(254) NULL,
    [valueType] smallint NULL,
    [maxLevel] smallint NULL,
    [sysMaxLevel] smallint NULL,
    [accessFlags] smallint NULL,
    [maxValue] int NULL,
    [minValue] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [description] nvarchar(2047) NULL,
    [isBuiltin] smallint NULL,
    [requiredLicense] nvarchar(254) NULL,
    CONSTRAINT [PK_PrefDesc] PRIMARY KEY CLUSTERED ([PrefDesc_id])
);

-- PrefDescLine: table 185, replication DUP
CREATE TABLE [crm7].[PrefDescLine] (
    [PrefDescLine_id] int NOT NULL,
    [PrefDesc_id] int NOT NULL,
    [prefValue] nvarchar(99) NOT NULL,
    [prefShowValue] nvarchar(254) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [description] nvarchar(2047) NULL,
    [isBuiltin] smallint NULL,
    CONSTRAINT [PK_PrefDescLine] PRIMARY KEY CLUSTERED ([PrefDescLine_id])
);

-- preference: table 22, replication AUP
CREATE TABLE [crm7].[preference] (
    [preference_id] int NOT NULL,
    [type] smallint NOT NULL,
    [pdata] nvarchar(254) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_preference] PRIMARY KEY CLUSTERED ([preference_id])
);

-- SuperListColumnSize: table 209, replication AUP
CREATE TABLE [crm7].[SuperListColumnSize] (
    [SuperListColumnSize_id] int NOT NULL,
    [assoc_id] int NOT NULL,
    [listOwner] nvarchar(254) NOT NULL,
    [listColumn] nvarchar(254) NOT NULL,
    [columnSize] nvarchar(254) NOT NULL,
    [extraInfo] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [rank] smallint NULL,
    [orderByRank] smallint NULL,
    [orderByDirection] smallint NULL,
    CONSTRAINT [PK_SuperListColumnSize] PRIMARY KEY CLUSTERED ([SuperListColumnSize_id])
);

-- DatabaseModel: table 456, replication none
CREATE TABLE [crm7].[DatabaseModel] (
    [databasemodel_id] int NOT NULL,
    [ModelVersion] nvarchar(128) NOT NULL,
    [IsDatabaseUnicode] smallint NULL,
    [ModelData] varbinary(max) NULL,
    CONSTRAINT [PK_DatabaseModel] PRIMARY KEY CLUSTERED ([databasemodel_id])
);

-- ProductVersion: table 240, replication none
CREATE TABLE [crm7].[ProductVersion] (
    [ProductVersion_id] int NOT NULL,
    [ownerName] nvarchar(254) NOT NULL,
    [codeName] nvarchar(254) NOT NULL,
    [version] nvarchar(254) NOT NULL,
    [comment] nvarchar(254) NOT NULL,
    [updatePath] nvarchar(1023) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_ProductVersion] PRIMARY KEY CLUSTERED ([ProductVersion_id])
);

-- company: table 1, replication DP
CREATE TABLE [crm7].[company] (
    [company_id] int NOT NULL,
    [version] int NOT NULL,
    [revision] smallint NOT NULL,
    [ownerContactName] nvarchar(219) NOT NULL,
    [ownerDepartmentName] nvarchar(219) NOT NULL,
    [ownerContactId] int NOT NULL,
    [dbContactName] nvarchar(219) NOT NULL,
    [dbDepartmentName] nvarchar(219) NOT NULL,
    [dbContactId] int NOT NULL,
    [serialNo] nvarchar(219) NOT NULL,
    [extraInfo] nvarchar(254) NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_company] PRIMARY KEY CLUSTERED ([company_id])
);

-- ModuleOwner: table 212, replication DP
CREATE TABLE [crm7].[ModuleOwner] (
    [ModuleOwner_id] int NOT NULL,
    [ownerName] nvarchar(239) NOT NULL,
    [ownerDescription] nvarchar(254) NOT NULL,
    [licenseUrl] nvarchar(254) NOT NULL,
    [licenseVersion] nvarchar(254) NOT NULL,
    [signedPublicKey] varbinary(max) NOT NULL,
    [signature] nvarchar(254) NOT NULL,
    [deploymentType] int NULL,
    [productType] nvarchar(254) NULL,
    [productTypeDescription] nvarchar(254) NULL,
    [extraFlags] int NOT NULL,
    [extraInfo] nvarchar(254) NULL,
    [expiration] datetime NOT NULL,
    [graceTo] datetime NOT NULL,
    [maintenanceTo] datetime NOT NULL,
    [nextCheckDate] datetime NULL,
    [adminWarningDate] datetime NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_ModuleOwner] PRIMARY KEY CLUSTERED ([ModuleOwner_id])
);

-- ModuleLicense: table 237, replication DP
CREATE TABLE [crm7].[ModuleLicense] (
    [ModuleLicense_id] int NOT NULL,
    [moduleName] nvarchar(239) NOT NULL,
    [moduleDescription] nvarchar(254) NOT NULL,
    [moduleVersion] nvarchar(254) NULL,
    [tooltip] nvarchar(254) NOT NULL,
    [licenseType] smallint NOT NULL,
    [licenseNumber] int NOT NULL,
    [allowedAssocsMask] int NOT NULL,
    [extraFlags] int NOT NULL,
    [extraInfo] nvarchar(3999) NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [ModuleOwner_id] int NOT NULL,
    [sortOrder] int NULL,
    [signature] nvarchar(254) NULL,
    [unrestricted] smallint NULL,
    [hidden] smallint NULL,
    [prerequisiteModule] nvarchar(239) NULL,
    CONSTRAINT [PK_ModuleLicense] PRIMARY KEY CLUSTERED ([ModuleLicense_id])
);

-- LicenseAssocLink: table 238, replication AP
CREATE TABLE [crm7].[LicenseAssocLink] (
    [LicenseAssocLink_id] int NOT NULL,
    [moduleLicenseId] int NOT NULL,
    [assocId] int NOT NULL,
    [validFrom] datetime NOT NULL,
    [validTo] datetime NOT NULL,
    [licenseNumber] int NOT NULL,
    [comment] nvarchar(254) NOT NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_LicenseAssocLink] PRIMARY KEY CLUSTERED ([LicenseAssocLink_id])
);

-- LicenseSatlLink: table 239, replication DP
CREATE TABLE [crm7].[LicenseSatlLink] (
    [LicenseSatlLink_id] int NOT NULL,
    [moduleLicenseId] int NOT NULL,
    [satelliteId] int NOT NULL,
    [validFrom] datetime NOT NULL,
    [validTo] datetime NOT NULL,
    [licenseNumber] int NOT NULL,
    [comment] nvarchar(254) NOT NULL,
    [encryptedCheck] nvarchar(254) NOT NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_LicenseSatlLink] PRIMARY KEY CLUSTERED ([LicenseSatlLink_id])
);

GO

-- indexes of the base level
CREATE INDEX [IX_appointment_1] ON [crm7].[appointment] ([contact_id]);
CREATE INDEX [IX_appointment_2] ON [crm7].[appointment] ([person_id]);
CREATE INDEX [IX_appointment_3] ON [crm7].[appointment] ([group_idx]);
CREATE INDEX [IX_appointment_4] ON [crm7].[appointment] ([done]);
CREATE INDEX [IX_appointment_5] ON [crm7].[appointment] ([do_by]);
CREATE INDEX [IX_appointment_6] ON [crm7].[appointment] ([text_id]);
CREATE INDEX [IX_appointment_7] ON [crm7].[appointment] ([project_id]);
CREATE INDEX [IX_appointment_8] ON [crm7].[appointment] ([mother_id]);
CREATE INDEX [IX_appointment_9] ON [crm7].[appointment] ([document_id]);
CREATE INDEX [IX_appointment_10] ON [crm7].[appointment] ([activeDate]);
CREATE INDEX [IX_appointment_11] ON [crm7].[appointment] ([source]);
CREATE INDEX [IX_appointment_12] ON [crm7].[appointment] ([userdef_id]);
CREATE INDEX [IX_appointment_13] ON [crm7].[appointment] ([userdef2_id]);
CREATE INDEX [IX_appointment_14] ON [crm7].[appointment] ([sale_id]);
CREATE INDEX [IX_appointment_15] ON [crm7].[appointment] ([suggestedAppointmentId]);
CREATE INDEX [IX_appointment_16] ON [crm7].[appointment] ([suggestedDocumentId]);
CREATE INDEX [IX_appointment_17] ON [crm7].[appointment] ([project_id], [type]);
CREATE INDEX [IX_appointment_18] ON [crm7].[appointment] ([contact_id], [type]);
CREATE INDEX [IX_appointment_19] ON [crm7].[appointment] ([associate_id], [type], [status], [done]);
CREATE INDEX [IX_appointment_20] ON [crm7].[appointment] ([associate_id], [type], [status], [do_by]);
CREATE INDEX [IX_appointment_21] ON [crm7].[appointment] ([associate_id], [type], [endDate], [do_by]);
CREATE INDEX [IX_appointment_22] ON [crm7].[appointment] ([associate_id], [type], [status], [activeDate]);
CREATE INDEX [IX_appointment_23] ON [crm7].[appointment] ([recurrenceRuleId], [activeDate], [associate_id]);
CREATE INDEX [IX_appointment_24] ON [crm7].[appointment] ([recurrenceRuleId], [activeDate], [mother_id]);
CREATE UNIQUE INDEX [IX_appointment_25] ON [crm7].[appointment] ([associate_id], [activeDate], [mother_id], [appointment_id]);
CREATE UNIQUE INDEX [IX_appointment_26] ON [crm7].[appointment] ([mother_id], [status], [activeDate], [registered_associate_id], [registered], [assignedBy], [group_idx], [type], [associate_id], [appointment_id]);
CREATE UNIQUE INDEX [IX_appointment_27] ON [crm7].[appointment] ([project_id], [type], [activeDate], [document_id], [associate_id], [group_idx], [mother_id], [assignedBy], [appointment_id], [registered], [registered_associate_id]);
CREATE INDEX [IX_appointment_28] ON [crm7].[appointment] ([type], [activeDate]);
CREATE INDEX [IX_appointment_29] ON [crm7].[appointment] ([associate_id], [status], [do_by], [endDate]);
CREATE INDEX [IX_text_30] ON [crm7].[text] ([owner_id], [type]);
CREATE INDEX [IX_VisibleFor_31] ON [crm7].[VisibleFor] ([appointmentId]);
CREATE INDEX [IX_VisibleFor_32] ON [crm7].[VisibleFor] ([saleId]);
CREATE INDEX [IX_VisibleFor_33] ON [crm7].[VisibleFor] ([saleHistId]);
CREATE INDEX [IX_VisibleFor_34] ON [crm7].[VisibleFor] ([selectionId]);
CREATE INDEX [IX_VisibleFor_35] ON [crm7].[VisibleFor] ([recordId], [tableId]);
CREATE INDEX [IX_VisibleFor_36] ON [crm7].[VisibleFor] ([tableId], [recordId], [forAll], [forGroupId], [forAssocId]);
CREATE UNIQUE INDEX [IX_Task_37] ON [crm7].[Task] ([name]);
CREATE INDEX [IX_TaskGroupLink_38] ON [crm7].[TaskGroupLink] ([task_id]);
CREATE INDEX [IX_TaskGroupLink_39] ON [crm7].[TaskGroupLink] ([group_id]);
CREATE INDEX [IX_TaskHeadingLink_40] ON [crm7].[TaskHeadingLink] ([task_id]);
CREATE INDEX [IX_TaskHeadingLink_41] ON [crm7].[TaskHeadingLink] ([heading_id]);
CREATE INDEX [IX_Heading_42] ON [crm7].[Heading] ([name]);
CREATE INDEX [IX_Heading_43] ON [crm7].[Heading] ([listTableId]);
CREATE UNIQUE INDEX [IX_Priority_44] ON [crm7].[Priority] ([name]);
CREATE UNIQUE INDEX [IX_RejectReason_45] ON [crm7].[RejectReason] ([name]);
CREATE INDEX [IX_SuggestedAppointment_46] ON [crm7].[SuggestedAppointment] ([name]);
CREATE INDEX [IX_SuggestedAppointment_47] ON [crm7].[SuggestedAppointment] ([saleTypeStageLinkId]);
CREATE INDEX [IX_SuggestedAppointment_48] ON [crm7].[SuggestedAppointment] ([projectTypeStatusLinkId]);
CREATE INDEX [IX_document_49] ON [crm7].[document] ([header]);
CREATE INDEX [IX_document_50] ON [crm7].[document] ([our_ref]);
CREATE INDEX [IX_document_51] ON [crm7].[document] ([searchname]);
CREATE INDEX [IX_document_52] ON [crm7].[document] ([archiveProvider]);
CREATE INDEX [IX_document_53] ON [crm7].[document] ([extref]);
CREATE INDEX [IX_document_54] ON [crm7].[document] ([userdef_id]);
CREATE INDEX [IX_document_55] ON [crm7].[document] ([userdef2_id]);
CREATE INDEX [IX_relations_56] ON [crm7].[relations] ([reldef_id]);
CREATE INDEX [IX_relations_57] ON [crm7].[relations] ([source_table]);
CREATE INDEX [IX_relations_58] ON [crm7].[relations] ([source_record]);
CREATE INDEX [IX_relations_59] ON [crm7].[relations] ([destination_table]);
CREATE INDEX [IX_relations_60] ON [crm7].[relations] ([destination_record]);
CREATE INDEX [IX_relations_61] ON [crm7].[relations] ([reversed]);
CREATE INDEX [IX_relations_62] ON [crm7].[relations] ([source_table], [source_record], [reversed]);
CREATE INDEX [IX_relations_63] ON [crm7].[relations] ([destination_table], [destination_record], [reversed]);
CREATE INDEX [IX_relationtarget_64] ON [crm7].[relationtarget] ([reldef_id]);
CREATE INDEX [IX_relationtarget_65] ON [crm7].[relationtarget] ([source_table]);
CREATE INDEX [IX_relationtarget_66] ON [crm7].[relationtarget] ([destination_table]);
CREATE INDEX [IX_relationtarget_67] ON [crm7].[relationtarget] ([bidirectional]);
CREATE CLUSTERED INDEX [IX_redletterday_68] ON [crm7].[redletterday] ([country_id], [reddate]);
CREATE INDEX [IX_contact_69] ON [crm7].[contact] ([name]);
CREATE INDEX [IX_contact_70] ON [crm7].[contact] ([kananame]);
CREATE INDEX [IX_contact_71] ON [crm7].[contact] ([department]);
CREATE INDEX [IX_contact_72] ON [crm7].[contact] ([number1]);
CREATE INDEX [IX_contact_73] ON [crm7].[contact] ([number2]);
CREATE INDEX [IX_contact_74] ON [crm7].[contact] ([business_idx]);
CREATE INDEX [IX_contact_75] ON [crm7].[contact] ([category_idx]);
CREATE INDEX [IX_contact_76] ON [crm7].[contact] ([mother_id]);
CREATE INDEX [IX_contact_77] ON [crm7].[contact] ([userdef_id]);
CREATE INDEX [IX_contact_78] ON [crm7].[contact] ([orgNr]);
CREATE INDEX [IX_contact_79] ON [crm7].[contact] ([soundEx]);
CREATE INDEX [IX_contact_80] ON [crm7].[contact] ([source]);
CREATE INDEX [IX_contact_81] ON [crm7].[contact] ([userdef2_id]);
CREATE INDEX [IX_contact_82] ON [crm7].[contact] ([dbi_agent_id]);
CREATE INDEX [IX_contact_83] ON [crm7].[contact] ([dbi_key]);
CREATE INDEX [IX_contact_84] ON [crm7].[contact] ([dbi_last_syncronized]);
CREATE INDEX [IX_contact_85] ON [crm7].[contact] ([dbi_last_modified]);
CREATE INDEX [IX_contact_86] ON [crm7].[contact] ([name], [department]);
CREATE INDEX [IX_contact_87] ON [crm7].[contact] ([supportPersonId]);
CREATE INDEX [IX_person_88] ON [crm7].[person] ([contact_id]);
CREATE INDEX [IX_person_89] ON [crm7].[person] ([lastname]);
CREATE INDEX [IX_person_90] ON [crm7].[person] ([firstname]);
CREATE INDEX [IX_person_91] ON [crm7].[person] ([userdef_id]);
CREATE INDEX [IX_person_92] ON [crm7].[person] ([person_number]);
CREATE INDEX [IX_person_93] ON [crm7].[person] ([kanalname]);
CREATE INDEX [IX_person_94] ON [crm7].[person] ([kanafname]);
CREATE INDEX [IX_person_95] ON [crm7].[person] ([source]);
CREATE INDEX [IX_person_96] ON [crm7].[person] ([userdef2_id]);
CREATE INDEX [IX_person_97] ON [crm7].[person] ([business_idx]);
CREATE INDEX [IX_person_98] ON [crm7].[person] ([category_idx]);
CREATE INDEX [IX_person_99] ON [crm7].[person] ([dbi_agent_id]);
CREATE INDEX [IX_person_100] ON [crm7].[person] ([dbi_key]);
CREATE INDEX [IX_person_101] ON [crm7].[person] ([dbi_last_syncronized]);
CREATE INDEX [IX_person_102] ON [crm7].[person] ([dbi_last_modified]);
CREATE INDEX [IX_person_103] ON [crm7].[person] ([contact_id], [rank]);
CREATE INDEX [IX_person_104] ON [crm7].[person] ([middleName]);
CREATE INDEX [IX_address_105] ON [crm7].[address] ([zipcode]);
CREATE INDEX [IX_address_106] ON [crm7].[address] ([state]);
CREATE UNIQUE INDEX [IX_address_107] ON [crm7].[address] ([owner_id], [atype_idx]);
CREATE INDEX [IX_phone_108] ON [crm7].[phone] ([rank]);
CREATE INDEX [IX_phone_109] ON [crm7].[phone] ([owner_id], [ptype_idx]);
CREATE INDEX [IX_phone_110] ON [crm7].[phone] ([searchPhoneNumber]);
CREATE INDEX [IX_Email_111] ON [crm7].[Email] ([contact_id]);
CREATE INDEX [IX_Email_112] ON [crm7].[Email] ([person_id]);
CREATE INDEX [IX_Email_113] ON [crm7].[Email] ([project_id]);
CREATE INDEX [IX_Email_114] ON [crm7].[Email] ([reserved_id1]);
CREATE INDEX [IX_Email_115] ON [crm7].[Email] ([reserved_id2]);
CREATE INDEX [IX_Email_116] ON [crm7].[Email] ([protocol]);
CREATE INDEX [IX_Email_117] ON [crm7].[Email] ([email_address]);
CREATE INDEX [IX_Email_118] ON [crm7].[Email] ([rank]);
CREATE INDEX [IX_Email_119] ON [crm7].[Email] ([dbi_agent_id]);
CREATE INDEX [IX_URL_120] ON [crm7].[URL] ([contact_id]);
CREATE INDEX [IX_URL_121] ON [crm7].[URL] ([person_id]);
CREATE INDEX [IX_URL_122] ON [crm7].[URL] ([project_id]);
CREATE INDEX [IX_URL_123] ON [crm7].[URL] ([reserved_id1]);
CREATE INDEX [IX_URL_124] ON [crm7].[URL] ([reserved_id2]);
CREATE INDEX [IX_URL_125] ON [crm7].[URL] ([url_address]);
CREATE INDEX [IX_URL_126] ON [crm7].[URL] ([rank]);
CREATE UNIQUE INDEX [IX_Business_127] ON [crm7].[Business] ([name]);
CREATE UNIQUE INDEX [IX_Category_128] ON [crm7].[Category] ([name]);
CREATE UNIQUE INDEX [IX_PersPos_129] ON [crm7].[PersPos] ([name]);
CREATE UNIQUE INDEX [IX_MrMrs_130] ON [crm7].[MrMrs] ([name]);
CREATE UNIQUE INDEX [IX_country_131] ON [crm7].[country] ([name]);
CREATE INDEX [IX_country_132] ON [crm7].[country] ([english_name]);
CREATE UNIQUE INDEX [IX_associate_133] ON [crm7].[associate] ([name]);
CREATE INDEX [IX_associate_134] ON [crm7].[associate] ([person_id]);
CREATE INDEX [IX_associate_135] ON [crm7].[associate] ([type]);
CREATE UNIQUE INDEX [IX_UserGroup_136] ON [crm7].[UserGroup] ([name]);
CREATE INDEX [IX_UserGroupLink_137] ON [crm7].[UserGroupLink] ([assoc_id]);
CREATE INDEX [IX_UserGroupLink_138] ON [crm7].[UserGroupLink] ([UserGroup_id]);
CREATE INDEX [IX_OwnerContactLink_139] ON [crm7].[OwnerContactLink] ([contact_id]);
CREATE INDEX [IX_Credentials_140] ON [crm7].[Credentials] ([searchName]);
CREATE INDEX [IX_Credentials_141] ON [crm7].[Credentials] ([credentialType], [personId]);
CREATE UNIQUE INDEX [IX_Credentials_142] ON [crm7].[Credentials] ([credentialType], [searchName]);
CREATE INDEX [IX_Credentials_143] ON [crm7].[Credentials] ([credentialType], [isActive], [Credentials_id], [validFrom], [validTo]);
CREATE INDEX [IX_selection_144] ON [crm7].[selection] ([group_idx]);
CREATE INDEX [IX_selection_145] ON [crm7].[selection] ([name]);
CREATE INDEX [IX_selection_146] ON [crm7].[selection] ([soundEx]);
CREATE INDEX [IX_selection_147] ON [crm7].[selection] ([source]);
CREATE INDEX [IX_selection_148] ON [crm7].[selection] ([done]);
CREATE CLUSTERED INDEX [IX_selection_149] ON [crm7].[selection] ([associate_id]);
CREATE INDEX [IX_selectionmember_150] ON [crm7].[selectionmember] ([selection_id]);
CREATE INDEX [IX_selectionmember_151] ON [crm7].[selectionmember] ([person_id]);
CREATE INDEX [IX_selectionmember_152] ON [crm7].[selectionmember] ([contact_id], [person_id]);
CREATE INDEX [IX_selectionmember_153] ON [crm7].[selectionmember] ([selection_id], [contact_id]);
CREATE CLUSTERED INDEX [IX_selectionmember_154] ON [crm7].[selectionmember] ([contact_id]);
CREATE UNIQUE INDEX [IX_SearchCat_155] ON [crm7].[SearchCat] ([name]);
CREATE INDEX [IX_SearchCriteria_156] ON [crm7].[SearchCriteria] ([ownerId], [ownerName], [ownerGuiName]);
CREATE INDEX [IX_SearchCriteria_157] ON [crm7].[SearchCriteria] ([ownerId], [ownerTable], [ownerType], [ownerGuiName]);
CREATE INDEX [IX_SearchCriteriaGroup_158] ON [crm7].[SearchCriteriaGroup] ([SearchCriteria_id], [rank]);
CREATE INDEX [IX_SearchCriterion_159] ON [crm7].[SearchCriterion] ([SearchCriteriaGroup_id]);
CREATE INDEX [IX_SearchCriterion_160] ON [crm7].[SearchCriterion] ([columnName]);
CREATE INDEX [IX_SearchCriterionValue_161] ON [crm7].[SearchCriterionValue] ([SearchCriterion_id]);
CREATE INDEX [IX_project_162] ON [crm7].[project] ([name]);
CREATE INDEX [IX_project_163] ON [crm7].[project] ([project_number]);
CREATE INDEX [IX_project_164] ON [crm7].[project] ([soundEx]);
CREATE INDEX [IX_project_165] ON [crm7].[project] ([source]);
CREATE INDEX [IX_project_166] ON [crm7].[project] ([userdef2_id]);
CREATE INDEX [IX_project_167] ON [crm7].[project] ([done]);
CREATE INDEX [IX_projectmember_168] ON [crm7].[projectmember] ([contact_id]);
CREATE INDEX [IX_projectmember_169] ON [crm7].[projectmember] ([person_id]);
CREATE INDEX [IX_projectmember_170] ON [crm7].[projectmember] ([project_id], [rank]);
CREATE INDEX [IX_sale_171] ON [crm7].[sale] ([contact_id]);
CREATE INDEX [IX_sale_172] ON [crm7].[sale] ([person_id]);
CREATE INDEX [IX_sale_173] ON [crm7].[sale] ([saledate]);
CREATE INDEX [IX_sale_174] ON [crm7].[sale] ([project_id]);
CREATE INDEX [IX_sale_175] ON [crm7].[sale] ([userdef_id]);
CREATE INDEX [IX_sale_176] ON [crm7].[sale] ([userdef2_id]);
CREATE INDEX [IX_sale_177] ON [crm7].[sale] ([heading]);
CREATE INDEX [IX_sale_178] ON [crm7].[sale] ([status]);
CREATE INDEX [IX_sale_179] ON [crm7].[sale] ([done]);
CREATE INDEX [IX_sale_180] ON [crm7].[sale] ([number1]);
CREATE INDEX [IX_sale_181] ON [crm7].[sale] ([source]);
CREATE INDEX [IX_sale_182] ON [crm7].[sale] ([associate_id], [done], [saledate]);
CREATE INDEX [IX_sale_183] ON [crm7].[sale] ([contact_id], [saledate], [associate_id]);
CREATE INDEX [IX_sale_184] ON [crm7].[sale] ([project_id], [saledate], [associate_id]);
CREATE INDEX [IX_ExternalEvent_185] ON [crm7].[ExternalEvent] ([eventEnabled]);
CREATE INDEX [IX_ExternalEvent_186] ON [crm7].[ExternalEvent] ([eventDate]);
CREATE INDEX [IX_ExternalEvent_187] ON [crm7].[ExternalEvent] ([parentTable]);
CREATE INDEX [IX_ExternalEvent_188] ON [crm7].[ExternalEvent] ([parentRecord]);
CREATE UNIQUE INDEX [IX_TZLocation_189] ON [crm7].[TZLocation] ([locationCode]);
CREATE INDEX [IX_TZStdRule_190] ON [crm7].[TZStdRule] ([TZLocationId]);
CREATE INDEX [IX_TZDstRule_191] ON [crm7].[TZDstRule] ([TZLocationId]);
CREATE UNIQUE INDEX [IX_sequence_192] ON [crm7].[sequence] ([TableName]);
CREATE UNIQUE INDEX [IX_sequence_193] ON [crm7].[sequence] ([TableNumber]);
CREATE INDEX [IX_traveltransactionlog_194] ON [crm7].[traveltransactionlog] ([ttime]);
CREATE INDEX [IX_traveltransactionlog_195] ON [crm7].[traveltransactionlog] ([tablenumber], [record_id]);
CREATE INDEX [IX_traveltransactionlog_196] ON [crm7].[traveltransactionlog] ([type], [tablenumber], [traveltransactionlog_id]);
CREATE INDEX [IX_MergeMoveLog_197] ON [crm7].[MergeMoveLog] ([tableNumber]);
CREATE INDEX [IX_MergeMoveLog_198] ON [crm7].[MergeMoveLog] ([operation]);
CREATE INDEX [IX_travelgeneratedtransaction_199] ON [crm7].[travelgeneratedtransaction] ([travel_id]);
CREATE INDEX [IX_travelgeneratedtransaction_200] ON [crm7].[travelgeneratedtransaction] ([transmissionnumber], [travel_id]);
CREATE INDEX [IX_travelidmapping_201] ON [crm7].[travelidmapping] ([local_id]);
CREATE INDEX [IX_travelidmapping_202] ON [crm7].[travelidmapping] ([associate_id], [table_number], [parent_id]);
CREATE INDEX [IX_area_203] ON [crm7].[area] ([parent_area_id]);
CREATE INDEX [IX_areauserassignment_204] ON [crm7].[areauserassignment] ([area_id]);
CREATE CLUSTERED INDEX [IX_areauserassignment_205] ON [crm7].[areauserassignment] ([associate_id]);
CREATE INDEX [IX_areauserinclusion_206] ON [crm7].[areauserinclusion] ([area_id]);
CREATE CLUSTERED INDEX [IX_areauserinclusion_207] ON [crm7].[areauserinclusion] ([associate_id]);
CREATE INDEX [IX_foreigndevice_208] ON [crm7].[foreigndevice] ([name]);
CREATE INDEX [IX_foreigndevice_209] ON [crm7].[foreigndevice] ([device_id]);
CREATE INDEX [IX_foreigndevice_210] ON [crm7].[foreigndevice] ([foreignapp_id]);
CREATE INDEX [IX_foreigndevice_211] ON [crm7].[foreigndevice] ([owner_id]);
CREATE INDEX [IX_foreignkey_212] ON [crm7].[foreignkey] ([foreigndevice_id]);
CREATE INDEX [IX_foreignkey_213] ON [crm7].[foreignkey] ([record_id]);
CREATE INDEX [IX_foreignkey_214] ON [crm7].[foreignkey] ([seqno]);
CREATE INDEX [IX_foreignkey_215] ON [crm7].[foreignkey] ([subkey]);
CREATE INDEX [IX_foreignkey_216] ON [crm7].[foreignkey] ([subvalue]);
CREATE INDEX [IX_UserPreference_217] ON [crm7].[UserPreference] ([deflevel]);
CREATE INDEX [IX_UserPreference_218] ON [crm7].[UserPreference] ([owner_id]);
CREATE INDEX [IX_UserPreference_219] ON [crm7].[UserPreference] ([prefsection]);
CREATE INDEX [IX_UserPreference_220] ON [crm7].[UserPreference] ([prefkey]);
CREATE INDEX [IX_UserPreference_221] ON [crm7].[UserPreference] ([prefsection], [prefkey], [deflevel], [owner_id]);
CREATE INDEX [IX_PrefDesc_222] ON [crm7].[PrefDesc] ([prefsection]);
CREATE INDEX [IX_PrefDesc_223] ON [crm7].[PrefDesc] ([prefkey]);
CREATE INDEX [IX_PrefDescLine_224] ON [crm7].[PrefDescLine] ([PrefDesc_id]);
CREATE INDEX [IX_PrefDescLine_225] ON [crm7].[PrefDescLine] ([prefValue]);
CREATE UNIQUE INDEX [IX_preference_226] ON [crm7].[preference] ([type], [preference_id]);
CREATE INDEX [IX_SuperListColumnSize_227] ON [crm7].[SuperListColumnSize] ([assoc_id], [listOwner]);
CREATE UNIQUE INDEX [IX_ProductVersion_228] ON [crm7].[ProductVersion] ([ownerName], [codeName], [version]);
CREATE UNIQUE INDEX [IX_ModuleOwner_229] ON [crm7].[ModuleOwner] ([ownerName]);
CREATE UNIQUE INDEX [IX_ModuleLicense_230] ON [crm7].[ModuleLicense] ([moduleName], [moduleVersion], [ModuleOwner_id]);
CREATE UNIQUE INDEX [IX_LicenseAssocLink_231] ON [crm7].[LicenseAssocLink] ([moduleLicenseId], [assocId]);
CREATE UNIQUE INDEX [IX_LicenseSatlLink_232] ON [crm7].[LicenseSatlLink] ([moduleLicenseId], [satelliteId]);
GO

-- @level 9.2
-- invitation: table 496, replication none
CREATE TABLE [crm7].[invitation] (
    [invitation_id] int NOT NULL,
    [event_uid] nvarchar(255) NULL,
    [event_sequence] int NULL,
    [event_dtstamp] datetime NULL,
    [appointment_id] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    [organizer_email] nvarchar(255) NULL,
    [organizer_fullname] nvarchar(255) NULL,
    [recurring_end_date] datetime NULL,
    [recurring_start_date] datetime NULL,
    CONSTRAINT [PK_invitation] PRIMARY KEY CLUSTERED ([invitation_id])
);
-- AssociateHistory: table 538, replication none
CREATE TABLE [crm7].[AssociateHistory] (
    [associatehistory_id] int NOT NULL,
    [associateId] int NULL,
    [groupId] int NULL,
    [personId] int NULL,
    [type] smallint NULL,
    [originalRegistered] datetime NULL,
    [locationAddress] nvarchar(239) NULL,
    [ejUserId] int NULL,
    [name] nvarchar(255) NULL,
    [firstname] nvarchar(99) NULL,
    [middleName] nvarchar(99) NULL,
    [lastname] nvarchar(99) NULL,
    [contactId] int NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    CONSTRAINT [PK_AssociateHistory] PRIMARY KEY CLUSTERED ([associatehistory_id])
);
ALTER TABLE [crm7].[appointment] ADD [join_videomeet_url] nvarchar(2000) NULL;
ALTER TABLE [crm7].[appointment] ADD [centralservice_videomeet_id] nvarchar(100) NULL;
ALTER TABLE [crm7].[appointment] ADD [original_start_date] datetime NULL;
ALTER TABLE [crm7].[appointment] ADD [cautionWarning] smallint NULL;
ALTER TABLE [crm7].[appointment] ADD [mother_associate_id] int NULL;
ALTER TABLE [crm7].[Task] ADD [default_videomeeting_status] smallint NOT NULL;
ALTER TABLE [crm7].[document] ADD [snum] int NULL;
ALTER TABLE [crm7].[contact] ADD [DeletedDate] datetime NULL;
ALTER TABLE [crm7].[person] ADD [DeletedDate] datetime NULL;
ALTER TABLE [crm7].[Email] ADD [appointment_id] int NULL;
ALTER TABLE [crm7].[Category] ADD [CategoryFamily_id] int NULL;
ALTER TABLE [crm7].[associate] ADD [userName] nvarchar(254) NULL;
ALTER TABLE [crm7].[associate] ADD [waiting_for_approval] smallint NOT NULL;
ALTER TABLE [crm7].[selection] ADD [SystemType] smallint NULL;
ALTER TABLE [crm7].[selection] ADD [chartKey] nvarchar(254) NULL;
ALTER TABLE [crm7].[selection] ADD [lastLoaded] datetime NULL;
ALTER TABLE [crm7].[selection] ADD [lastLoadedBy] int NULL;
ALTER TABLE [crm7].[selection] ADD [lastMembershipChange] datetime NULL;
ALTER TABLE [crm7].[selection] ADD [lastMembershipChangeBy] int NULL;
ALTER TABLE [crm7].[SearchCriterionValue] ADD [valueType] nvarchar(128) NULL;
ALTER TABLE [crm7].[PrefDesc] ADD [rank] int NULL;
ALTER TABLE [crm7].[PrefDesc] ADD [subGroup] nvarchar(128) NULL;
ALTER TABLE [crm7].[PrefDesc] ADD [minLevel] int NULL;
ALTER TABLE [crm7].[SuperListColumnSize] ADD [ownerTable] smallint NULL;
ALTER TABLE [crm7].[SuperListColumnSize] ADD [ownerRecord] int NULL;
ALTER TABLE [crm7].[SuperListColumnSize] ADD [group_id] int NULL;
ALTER TABLE [crm7].[SuperListColumnSize] ADD [configurationName] nvarchar(255) NULL;
GO
CREATE INDEX [IX_invitation_233] ON [crm7].[invitation] ([event_uid]);
CREATE INDEX [IX_invitation_234] ON [crm7].[invitation] ([appointment_id]);
CREATE INDEX [IX_contact_235] ON [crm7].[contact] ([DeletedDate]);
CREATE INDEX [IX_person_236] ON [crm7].[person] ([DeletedDate]);
CREATE INDEX [IX_Email_237] ON [crm7].[Email] ([appointment_id]);
GO

-- @level 10.1.2
-- CacheInvalidation: table 539, replication none
CREATE TABLE [crm7].[CacheInvalidation] (
    [cacheinvalidation_id] int NOT NULL,
    [Name] nvarchar(255) NULL,
    [Generation] int NULL,
    [LastChange] datetime NULL,
    [LastChangeMachine] nvarchar(255) NULL,
    CONSTRAINT [PK_CacheInvalidation] PRIMARY KEY CLUSTERED ([cacheinvalidation_id])
);
ALTER TABLE [crm7].[document] ADD [ExtUrl] nvarchar(1023) NULL;
ALTER TABLE [crm7].[Email] ADD [lastBounceCode] int NULL;
ALTER TABLE [crm7].[Email] ADD [lastBounceReason] nvarchar(4000) NULL;
ALTER TABLE [crm7].[selection] ADD [dashboard_tile_definition_id] int NULL;
GO
CREATE UNIQUE INDEX [IX_CacheInvalidation_238] ON [crm7].[CacheInvalidation] ([Name]);
GO

-- @level 10.2.1
ALTER TABLE [crm7].[appointment] ADD [modified_appointment_fields] smallint NULL;
GO

-- @level 10.2.6
ALTER TABLE [crm7].[appointment] ADD [agenda_text_id] int NULL;
ALTER TABLE [crm7].[appointment] ADD [internal_notes_text_id] int NULL;
ALTER TABLE [crm7].[text] ADD [html_text] nvarchar(max) NULL;
GO
CREATE INDEX [IX_appointment_239] ON [crm7].[appointment] ([agenda_text_id]);
GO

-- @level 10.2.10
ALTER TABLE [crm7].[appointment] ADD [SendEmail] smallint NULL;
GO

-- @level 10.2.11
ALTER TABLE [crm7].[invitation] ADD [template_language] nvarchar(16) NULL;
GO

-- @level 10.3.1
ALTER TABLE [crm7].[CacheInvalidation] ADD [FirstChange] datetime NULL;
GO

-- @level 10.3.6
ALTER TABLE [crm7].[appointment] ADD [created_by_workflow_id] int NULL;
ALTER TABLE [crm7].[person] ADD [created_by_form_id] int NULL;
ALTER TABLE [crm7].[person] ADD [modified_by_workflow_id] int NULL;
ALTER TABLE [crm7].[person] ADD [modified_by_workflow_when] datetime NULL;
ALTER TABLE [crm7].[sale] ADD [created_by_workflow_id] int NULL;
GO
CREATE INDEX [IX_appointment_240] ON [crm7].[appointment] ([created_by_workflow_id]);
CREATE INDEX [IX_person_241] ON [crm7].[person] ([created_by_form_id]);
CREATE INDEX [IX_person_242] ON [crm7].[person] ([modified_by_workflow_id]);
CREATE INDEX [IX_sale_243] ON [crm7].[sale] ([created_by_workflow_id]);
GO

-- @level 10.3.12
ALTER TABLE [crm7].[document] ADD [contentSetCount] int NOT NULL;
GO

-- @level 10.5.4
ALTER TABLE [crm7].[appointment] ADD [owned_externally] smallint NOT NULL;
GO

-- @level 11.3
ALTER TABLE [crm7].[Category] ADD [category_group] smallint NULL;
ALTER TABLE [crm7].[Category] ADD [enable_lead_status] smallint NULL;
GO

-- @level 11.4
ALTER TABLE [crm7].[person] ADD [leadstatus_id] int NULL;
GO
CREATE INDEX [IX_person_244] ON [crm7].[person] ([leadstatus_id]);
GO

-- @level 11.6
-- external_owner: table 487, replication none
CREATE TABLE [crm7].[external_owner] (
    [external_owner_id] int NOT NULL,
    [owner] smallint NOT NULL,
    [sourceKey] nvarchar(512) NOT NULL,
    [targetTable] smallint NOT NULL,
    [targetRecord] int NOT NULL,
    [checksum] nvarchar(4000) NULL,
    [registered] datetime NOT NULL,
    [registered_associate_id] int NOT NULL,
    [updated] datetime NOT NULL,
    [updated_associate_id] int NOT NULL,
    [updatedCount] smallint NOT NULL,
    CONSTRAINT [PK_external_owner] PRIMARY KEY CLUSTERED ([external_owner_id])
);
ALTER TABLE [crm7].[sale] ADD [stage_when_closed_id] int NULL;
GO
CREATE INDEX [IX_external_owner_245] ON [crm7].[external_owner] ([owner]);
CREATE INDEX [IX_external_owner_246] ON [crm7].[external_owner] ([sourceKey]);
GO

-- @level 11.8
ALTER TABLE [crm7].[appointment] ADD [external_participants] nvarchar(max) NULL;
GO

-- @level 11.10
ALTER TABLE [crm7].[project] ADD [event_id] int NULL;
ALTER TABLE [crm7].[project] ADD [startDate] datetime NULL;
ALTER TABLE [crm7].[projectmember] ADD [event_participant_status] smallint NOT NULL;
GO
CREATE INDEX [IX_projectmember_247] ON [crm7].[projectmember] ([project_id], [event_participant_status]);
GO

-- @level 12.2
ALTER TABLE [crm7].[sale] ADD [sale_cycle] int NULL;
GO

-- @seed sequence: one row per table above; id = table number + 10 for the
-- built-in tables; the next row of a table gets next_id, which is then raised.
-- Custom tables get numbers of their own: always look the row up by TableName.
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (11, 1, N'company', 1);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (12, 1, N'associate', 2);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (15, 1, N'contact', 5);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (16, 1, N'person', 6);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (17, 1, N'address', 7);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (18, 1, N'phone', 8);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (19, 1, N'appointment', 9);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (20, 1, N'document', 10);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (21, 1, N'project', 11);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (22, 1, N'projectmember', 12);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (23, 1, N'sale', 13);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (27, 1, N'redletterday', 17);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (28, 1, N'text', 18);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (29, 1, N'country', 19);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (32, 1, N'preference', 22);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (33, 1, N'selection', 23);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (34, 1, N'selectionmember', 24);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (39, 1, N'traveltransactionlog', 29);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (40, 1, N'travelgeneratedtransaction', 30);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (41, 1, N'traveller', 31);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (42, 1, N'travelcurrent', 32);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (43, 1, N'travelgenerateddatabase', 33);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (47, 1, N'MergeMoveLog', 37);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (48, 1, N'area', 38);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (50, 1, N'areauserassignment', 40);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (51, 1, N'areauserinclusion', 41);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (52, 1, N'satellite', 42);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (53, 1, N'travelidmapping', 43);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (58, 1, N'relationdefinition', 48);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (61, 1, N'relationtarget', 51);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (62, 1, N'relations', 52);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (64, 1, N'URL', 54);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (65, 1, N'Email', 55);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (66, 1, N'UserPreference', 56);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (68, 1, N'Heading', 58);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (69, 1, N'UserGroup', 59);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (70, 1, N'UserGroupLink', 60);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (71, 1, N'Business', 61);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (74, 1, N'Category', 64);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (77, 1, N'Task', 67);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (78, 1, N'TaskGroupLink', 68);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (79, 1, N'TaskHeadingLink', 69);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (86, 1, N'PersPos', 76);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (89, 1, N'Priority', 79);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (104, 1, N'MrMrs', 94);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (116, 1, N'SearchCat', 106);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (135, 1, N'SuggestedAppointment', 125);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (177, 1, N'OwnerContactLink', 167);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (191, 1, N'foreignapp', 181);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (192, 1, N'foreigndevice', 182);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (193, 1, N'foreignkey', 183);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (194, 1, N'PrefDesc', 184);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (195, 1, N'PrefDescLine', 185);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (206, 1, N'VisibleFor', 196);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (211, 1, N'SearchCriteria', 201);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (212, 1, N'SearchCriteriaGroup', 202);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (213, 1, N'SearchCriterion', 203);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (214, 1, N'SearchCriterionValue', 204);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (217, 1, N'RecurrenceRule', 207);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (219, 1, N'SuperListColumnSize', 209);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (222, 1, N'ModuleOwner', 212);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (232, 1, N'RejectReason', 222);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (243, 1, N'ExternalEvent', 233);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (247, 1, N'ModuleLicense', 237);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (248, 1, N'LicenseAssocLink', 238);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (249, 1, N'LicenseSatlLink', 239);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (250, 1, N'ProductVersion', 240);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (255, 1, N'TZLocation', 245);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (256, 1, N'TZStdRule', 246);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (257, 1, N'TZDstRule', 247);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (258, 1, N'BaseTZLocation', 248);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (260, 1, N'Credentials', 250);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (466, 1, N'DatabaseModel', 456);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (497, 1, N'external_owner', 487);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (506, 1, N'invitation', 496);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (548, 1, N'AssociateHistory', 538);
INSERT INTO [crm7].[sequence] ([id], [next_id], [TableName], [TableNumber]) VALUES (549, 1, N'CacheInvalidation', 539);
GO

-- @seed a central database: systemlevel 10, current_id 0
INSERT INTO [crm7].[travelcurrent] ([travelcurrent_id], [systemlevel], [current_id], [central_id], [area_id], [central_generatedtime], [current_generatedtime], [last_recordtime], [last_recordnumber], [first_recordnumber], [last_playbacktime], [last_playbacknumber], [databasetype], [dbTag], [parentDbTag], [centralDbTag], [encryptedComm], [defaultMakeReturn], [adminLogin], [registered], [registered_associate_id], [updated], [updated_associate_id], [updatedCount])
VALUES (1, 10, 0, 0, 0, '17600101', '17600101', '17600101', 0, 0, '17600101', 0, 0, N'', N'', N'', 0, 0, N'', '17600101', 0, '17600101', 0, 0);
UPDATE [crm7].[sequence] SET [next_id] = 2 WHERE [TableName] = N'travelcurrent';
GO
