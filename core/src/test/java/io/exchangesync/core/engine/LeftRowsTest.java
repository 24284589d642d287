package io.exchangesync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that left a diary, or have an item already, are no partners for what looks like theirs. */
class LeftRowsTest {
  private static final int BERIT = 8;
  private static final String BERITS = "berit@fjordline.example";

  private final World world = new World();

  @Test
  void aCancelledInvitationIsNotBroughtBackByTheListing() {
    world.linkColleague(BERIT, BERITS);
    world.run();
    ItemVersion item =
        world.gateway.post().invite(BERITS, World.item("Plan"), List.of(World.ADDRESS));
    world.run();
    world.gateway.post().cancel(BERITS, item);
    world.run();
    world.clock.advance(Duration.ofHours(25));
    world.run();

    assertThat(world.onlyRow().status()).isEqualTo(10);
    assertThat(world.run().quiet()).isTrue();
  }

  @Test
  void anItemThatLooksLikeADeclinedRowIsNeitherTakenNorDeleted() {
    CrmAppointment declined = World.row("Plan").with().status(9).build();
    world.crm.userCreates(declined);
    world.box.create(World.item("Plan").with().when(at(declined)).build());
    world.run();

    assertThat(world.onlyRow().status()).isEqualTo(9);
    assertThat(world.box.items()).hasSize(1);
  }

  @Test
  void anItemThatAnOwnerWithoutLeaseMadeOnceMoreIsACopy() {
    world.crm.userCreates(World.row("Plan"));
    world.run();
    Stamp stamp = world.onlyItem().stamp().orElseThrow();
    Stamp late =
        new Stamp(
            stamp.installationId(), stamp.kind(), stamp.associateId(), stamp.recordId(), "late");
    world.box.create(world.onlyItem().withStamp(Optional.of(late)));
    world.run();
    world.clock.advance(Duration.ofHours(25));
    world.run();

    assertThat(world.box.items()).hasSize(2);
    assertThat(world.crm.diary(World.ASSOCIATE)).hasSize(2);
    assertThat(world.run().quiet()).isTrue();
  }

  private static When at(CrmAppointment row) {
    return new When.Timed(
        row.doBy().atZone(World.OSLO).toInstant(),
        row.endDate().atZone(World.OSLO).toInstant(),
        World.OSLO);
  }
}
