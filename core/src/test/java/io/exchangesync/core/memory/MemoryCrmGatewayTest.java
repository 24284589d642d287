package io.exchangesync.core.memory;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CrmGatewayContract;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

class MemoryCrmGatewayTest extends CrmGatewayContract {
  private final CrmFixture fixture = new Fixture();

  @Override
  protected CrmFixture crm() {
    return fixture;
  }

  static final class Fixture implements CrmFixture {
    private final MemoryCrmGateway memory =
        new MemoryCrmGateway(new MutableClock(Instant.parse("2031-05-01T08:00:00Z")));

    Fixture() {
      memory.addOwner(associate());
      memory.addOwner(colleague());
      memory.addOwner(resource());
    }

    @Override
    public CrmGateway gateway() {
      return memory;
    }

    @Override
    public int associate() {
      return 7;
    }

    @Override
    public int colleague() {
      return 8;
    }

    @Override
    public int resource() {
      return 9;
    }

    @Override
    public int outsidePerson() {
      return 5001;
    }

    @Override
    public int personOf(int associate) {
      return memory.owner(associate).orElseThrow().personId();
    }

    @Override
    public <T> T committed(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void rolledBack(Runnable work) {
      Runnable back = memory.savepoint();
      work.run();
      back.run();
    }

    @Override
    public int userCreates(CrmAppointment value) {
      return memory.userCreates(value);
    }

    @Override
    public void userEdits(int recordId, UnaryOperator<CrmAppointmentBuilder> edit) {
      memory.userEdits(recordId, edit);
    }

    @Override
    public void userDeletes(int recordId) {
      memory.userDeletes(recordId);
    }
  }
}
