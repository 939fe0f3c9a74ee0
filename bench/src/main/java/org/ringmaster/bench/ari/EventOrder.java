// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.generated.models.ChannelUserevent;
import ch.loway.oss.ari4java.generated.models.Message;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/** Numbered events, and how many of them come after a later one. */
final class EventOrder {
  private static final String LATE = "late";
  private static final String STOCK = "ari4java";
  private static final String EXECUTOR = "ari4java + executor";
  private static final String RAW = "raw WebSocket";
  private static final byte[] NAME = RawSocket.ascii("\"eventname\":\"n");
  private static final int WINDOW = 64;

  private final BenchEdge edge;
  private final int events;

  /** So many events a turn. */
  EventOrder(BenchEdge edge, int events) {
    this.edge = edge;
    this.events = events;
  }

  void into(Report report, int rounds) throws Exception {
    Rounds taken =
        new Rounds(rounds)
            .with("ours", this::ours)
            .with(RAW, this::raw)
            .with(STOCK, () -> ari4Java("order-a4j", null))
            .with(EXECUTOR, this::executor)
            .run();
    report.add(
        new Row(
                "events that come after a later one, of " + events,
                "events",
                taken.of("ours", LATE))
            .peer(STOCK, taken.of(STOCK, LATE))
            .peer(EXECUTOR, taken.of(EXECUTOR, LATE))
            .limit(RAW, taken.of(RAW, LATE))
            .aim(Aim.atMost(0)));
  }

  private Figures ours() throws Exception {
    OrderCheck check = new OrderCheck(events);
    try (OurSocket socket =
        new OurSocket(
            edge.address(),
            "order-ours",
            WINDOW,
            json -> {
              String text = json.toString(StandardCharsets.UTF_8);
              int at = text.indexOf("\"eventname\":\"n");
              if (at >= 0) {
                int number = at + NAME.length;
                check.came(text.substring(number, text.indexOf('"', number)));
              }
            })) {
      send("order-ours");
      return check.figures();
    }
  }

  private Figures raw() throws Exception {
    OrderCheck check = new OrderCheck(events);
    try (RawSocket socket = new RawSocket(edge.address(), "order-raw");
        ExecutorService sender = Executors.newSingleThreadExecutor()) {
      sender.submit(() -> send("order-raw"));
      while (!check.isWhole()) {
        String number = socket.next().after(NAME);
        if (!number.isEmpty()) {
          check.came(number);
        }
      }
      return check.figures();
    }
  }

  private Figures executor() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      return ari4Java("order-exec", executor);
    }
  }

  private Figures ari4Java(String app, @org.jspecify.annotations.Nullable ExecutorService executor)
      throws Exception {
    OrderCheck check = new OrderCheck(events);
    try (Ari4Java client = new Ari4Java(edge.address(), app)) {
      client.listen(
          message -> {
            if (executor == null) {
              came(check, message);
            } else {
              executor.execute(() -> came(check, message));
            }
          });
      send(app);
      return check.figures();
    }
  }

  private static void came(OrderCheck check, Message message) {
    if (message instanceof ChannelUserevent event) {
      check.came(event.getEventname().substring(1));
    }
  }

  private Boolean send(String app) throws Exception {
    try (RawSocket load = new RawSocket(edge.address(), "order-load")) {
      RawFlood flood =
          new RawFlood(
              load,
              WINDOW,
              events,
              i ->
                  RawSocket.ascii(
                      RawSocket.request("1", "POST", "events/user/n" + i + "?application=" + app)));
      flood.perSecond();
      if (flood.failed() > 0) {
        throw new IllegalStateException(flood.failed() + " events could not be sent");
      }
      return true;
    }
  }
}
