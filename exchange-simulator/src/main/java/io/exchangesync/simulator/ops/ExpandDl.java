package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.contacts.DirectoryGroups;
import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.MemberXml;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value;
import java.util.List;
import org.w3c.dom.Element;

/** Answers the members of a distribution list of a mailbox, or of a group of the directory. */
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
    Element list = call.required("Mailbox");
    List<Value.Member> members =
        Dom.child(list, "ItemId")
            .map(id -> ofItem(call, id))
            .orElseGet(() -> ofGroup(call, Dom.text(list, "EmailAddress").orElse("")));
    String total = Integer.toString(members.size());
    call.out().open("m:DLExpansion", "TotalItemsInView", total, "IncludesLastItemInRange", "true");
    members.forEach(member -> MemberXml.mailbox(call.out(), member));
    call.out().close("m:DLExpansion");
  }

  private static List<Value.Member> ofGroup(Call call, String smtp) {
    DirectoryGroups groups = call.services().groups();
    return groups
        .group(smtp)
        .map(groups::members)
        .orElseThrow(() -> new EwsError("ErrorNameResolutionNoResults", "No results were found."));
  }

  private static List<Value.Member> ofItem(Call call, Element id) {
    ItemRef ref = ItemRef.of(call, id, Right.READ);
    if (ItemKind.of(ref.item()) != ItemKind.DISTRIBUTION_LIST) {
      throw new EwsError(
          "ErrorInvalidItemForOperationExpandDL", "The item is no distribution list.");
    }
    Value stored = ref.item().get("distributionlist:Members").orElse(new Value.Members(List.of()));
    return ((Value.Members) stored).list();
  }
}
