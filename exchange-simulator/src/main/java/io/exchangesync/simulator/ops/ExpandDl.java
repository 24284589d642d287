package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.MemberXml;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Answers the members of a distribution list of a mailbox; the directory has no groups. */
final class ExpandDl implements Operation {
  @Override
  public String name() {
    return "ExpandDL";
  }

  @Override
  public void answer(Call call) {
    Responses.single(call.out(), name(), "", () -> expand(call));
  }

  private static void expand(Call call) {
    call.failIfTold();
    Optional<Element> id = Dom.child(call.required("Mailbox"), "ItemId");
    if (id.isEmpty()) {
      throw new EwsError("ErrorNameResolutionNoResults", "No results were found.");
    }
    ItemRef ref = ItemRef.of(call, id.get(), Right.READ);
    if (ItemKind.of(ref.item()) != ItemKind.DISTRIBUTION_LIST) {
      throw new EwsError(
          "ErrorInvalidItemForOperationExpandDL", "The item is no distribution list.");
    }
    Value stored = ref.item().get("distributionlist:Members").orElse(new Value.Members(List.of()));
    List<Value.Member> members = ((Value.Members) stored).list();
    String total = Integer.toString(members.size());
    call.out().open("m:DLExpansion", "TotalItemsInView", total, "IncludesLastItemInRange", "true");
    members.forEach(member -> MemberXml.mailbox(call.out(), member));
    call.out().close("m:DLExpansion");
  }
}
