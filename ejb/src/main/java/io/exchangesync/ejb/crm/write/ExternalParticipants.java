package io.exchangesync.ejb.crm.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.exchangesync.core.model.CrmBooking;

/** The attendees of a meeting that is owned outside, for appointment.external_participants. */
final class ExternalParticipants {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExternalParticipants() {}

  static String json(CrmBooking booking) {
    ArrayNode all = JSON.createArrayNode();
    for (CrmBooking.Participant one : booking.participants()) {
      all.addObject().put("name", one.name()).put("email", one.email()).put("status", one.status());
    }
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
  }
}
