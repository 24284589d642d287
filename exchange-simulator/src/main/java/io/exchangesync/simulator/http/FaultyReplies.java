package io.exchangesync.simulator.http;

import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.soap.SoapFault;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.xnio.IoUtils;

/** Carries out the effects of fault rules on one HTTP exchange. */
final class FaultyReplies {
  private FaultyReplies() {}

  /**
   * What happens before the operation runs.
   *
   * @return whether the exchange is over
   * @throws SoapFault ErrorServerBusy
   */
  static boolean insteadOf(HttpServerExchange exchange, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Delay delay) {
        sleep(delay.milliseconds());
      } else if (effect instanceof Effect.ServerBusy busy) {
        throw new SoapFault(
            "ErrorServerBusy",
            "The server cannot service this request right now. Try again later.",
            Map.of("BackOffMilliseconds", Integer.toString(busy.backOffMilliseconds())));
      } else if (effect instanceof Effect.HttpStatus http) {
        status(exchange, http);
        return true;
      } else if (effect instanceof Effect.CutBefore) {
        IoUtils.safeClose(exchange.getConnection());
        return true;
      }
    }
    return false;
  }

  /**
   * What happens after the operation has run.
   *
   * @return whether the exchange is over
   */
  static boolean spoil(HttpServerExchange exchange, List<Effect> effects, byte[] reply)
      throws IOException {
    for (Effect effect : effects) {
      if (effect instanceof Effect.LostReply) {
        IoUtils.safeClose(exchange.getConnection());
        return true;
      }
      if (effect instanceof Effect.CutMidway) {
        exchange.setStatusCode(StatusCodes.OK);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/xml; charset=utf-8");
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, reply.length);
        exchange.getOutputStream().write(reply, 0, reply.length / 2);
        exchange.getOutputStream().flush();
        IoUtils.safeClose(exchange.getConnection());
        return true;
      }
    }
    return false;
  }

  private static void status(HttpServerExchange exchange, Effect.HttpStatus http) {
    if (http.status() == StatusCodes.UNAUTHORIZED) {
      Replies.unauthorized(exchange);
      return;
    }
    Map<String, String> headers =
        http.retryAfterSeconds().isPresent()
            ? Map.of("Retry-After", Integer.toString(http.retryAfterSeconds().getAsInt()))
            : Map.of();
    Replies.status(exchange, http.status(), headers);
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
