package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.Selection;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.DiaryOwner;
import io.exchangesync.core.port.PersonWish;
import io.exchangesync.ejb.crm.person.PersonQueries;
import io.exchangesync.ejb.crm.sql.CrmTransactions;
import io.exchangesync.ejb.crm.write.PersonWriter;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** SuperOffice's persons by column-aware SQL. Thread-safe. */
public final class SqlCrmPersons implements CrmPersons {
  private final CrmTransactions transactions;
  private final SqlCrmGateway gateway;

  SqlCrmPersons(CrmTransactions transactions, SqlCrmGateway gateway) {
    this.transactions = transactions;
    this.gateway = gateway;
  }

  @Override
  public List<CrmHead> wanted(PersonWish wish) {
    return transactions.joined(
        connection -> queries().wanted(connection, wish, from(wish), to(wish)));
  }

  @Override
  public Map<Integer, CrmPerson> read(Collection<Integer> personIds, PersonWish wish) {
    return transactions.joined(
        connection -> queries().read(connection, personIds, wish, from(wish), to(wish)));
  }

  @Override
  public Map<Integer, Selection> selections(Collection<Integer> selectionIds, DiaryOwner owner) {
    return transactions.joined(connection -> queries().selections(connection, selectionIds, owner));
  }

  @Override
  public boolean hasTextField(String programmaticId) {
    return transactions.joined(connection -> queries().hasTextField(connection, programmaticId));
  }

  @Override
  public Map<Integer, String> selectionStates(Collection<Integer> selectionIds) {
    return transactions.joined(
        connection -> gateway.parts().selectionStates().of(connection, selectionIds));
  }

  @Override
  public List<CrmOutcome> apply(List<CrmWrite.Update> writes, PersonWish wish) {
    return transactions.joined(
        connection -> {
          PersonWriter.Result result =
              gateway.parts().personWriter().perform(connection, writes, wish);
          gateway.parts().log().ownRows(result.feedLogIds());
          return result.outcomes();
        });
  }

  private PersonQueries queries() {
    return gateway.parts().persons();
  }

  private LocalDateTime from(PersonWish wish) {
    return gateway.inBaseZone(wish.window().from(), wish.owner().zone());
  }

  private LocalDateTime to(PersonWish wish) {
    return gateway.inBaseZone(wish.window().to().plusDays(1), wish.owner().zone());
  }
}
