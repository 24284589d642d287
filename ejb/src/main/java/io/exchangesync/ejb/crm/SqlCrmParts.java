package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.ejb.crm.sql.CrmColumn;
import io.exchangesync.ejb.crm.sql.CrmSchema;
import io.exchangesync.ejb.crm.sql.CrmTable;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.sql.SequenceKeys;
import io.exchangesync.ejb.crm.write.FollowUpWriter;
import io.exchangesync.ejb.crm.write.LogClock;
import io.exchangesync.ejb.crm.write.StampRows;
import java.time.Clock;

/** What {@link SqlCrmGateway} is made of once it knows which columns this database has. */
record SqlCrmParts(
    CrmCapabilities capabilities,
    FollowUpReader reader,
    SeriesReader series,
    NameReader names,
    People people,
    ChangeLogReader log,
    StampRows stamps,
    SequenceKeys keys,
    FollowUpWriter writer) {
  private static final int TEXT_BEFORE_AGENDA = 2047;
  private static final int TEXT_WITH_AGENDA = 4000;
  private static final int LOCATION = 254;

  static SqlCrmParts assemble(
      CrmTransactions transactions, CrmSettings settings, Clock clock, SqlCrmGateway gateway) {
    CrmSchema schema =
        transactions.separate(connection -> CrmSchema.find(connection, settings.schema()));
    SequenceKeys keys =
        transactions.separate(connection -> new SequenceKeys(transactions, connection, schema));
    CrmCapabilities capabilities = capabilities(schema);
    FollowUpReader reader = new FollowUpReader(schema);
    SeriesReader series = new SeriesReader(schema, reader);
    LogClock logClock =
        new LogClock(
            transactions,
            schema,
            clock,
            () -> gateway.referenceData().baseZone(),
            settings.logTime());
    FollowUpWriter writer =
        new FollowUpWriter(
            transactions,
            schema,
            reader,
            series,
            keys,
            logClock,
            capabilities,
            gateway::owner,
            settings.agendaTextType());
    return new SqlCrmParts(
        capabilities,
        reader,
        series,
        new NameReader(schema),
        new People(schema),
        new ChangeLogReader(transactions, schema, settings),
        new StampRows(schema),
        keys,
        writer);
  }

  private static CrmCapabilities capabilities(CrmSchema schema) {
    CrmTable appointment = schema.table("appointment");
    boolean agenda = appointment.has("agenda_text_id") && schema.table("text").has("html_text");
    int location =
        appointment
            .column("location")
            .map(CrmColumn::length)
            .filter(length -> length > 0)
            .map(length -> Math.min(LOCATION, length))
            .orElse(LOCATION);
    return new CrmCapabilities(
        agenda,
        agenda ? TEXT_WITH_AGENDA : TEXT_BEFORE_AGENDA,
        location,
        appointment.has("owned_externally"));
  }
}
