// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.generated.ari_10_0_0.models.Message_impl_ari_10_0_0;
import ch.loway.oss.ari4java.generated.models.Event;
import ch.loway.oss.ari4java.generated.models.Message;
import ch.loway.oss.ari4java.tools.BaseAriAction;
import ch.loway.oss.ari4java.tools.RestException;
import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.aribridge.scan.EventField;
import org.ringmaster.aribridge.scan.EventScan;
import org.ringmaster.aribridge.scan.FrameBytes;
import org.ringmaster.aribridge.scan.ScannedEvent;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * Events of real calls, kept as they came from the socket, decoded again and again by one thread:
 * type, time and the leg's id are what is wanted of each.
 */
final class EventDecode {
  private static final String RATE = "per second";
  private static final String BYTES = "bytes";
  private static final String DATABIND = "ari4java databind";
  private static final String LOOK = "look at every byte";
  private static final int CALLS = 20;
  private static final long TURN_NANOS = 600_000_000L;

  private final BenchEdge edge;
  private final List<ByteBuf> frames = new ArrayList<>();
  private final EventScan scan = new EventScan();
  private final FrameBytes bytes = new FrameBytes();
  private final byte[] copy = new byte[256 * 1024];

  @SuppressWarnings("UnusedVariable") // written so that no decoding is left out
  private long kept;

  EventDecode(BenchEdge edge) {
    this.edge = edge;
  }

  void into(Report report, int rounds) throws Exception {
    BaseAriAction.setObjectMapperLessStrict();
    collect();
    Rounds taken =
        new Rounds(rounds)
            .with("ours", () -> turn(this::ours))
            .with(DATABIND, () -> turn(this::databind))
            .with(LOOK, () -> turn(this::look))
            .warmUp()
            .run();
    int size = frames.stream().mapToInt(ByteBuf::readableBytes).sum() / frames.size();
    frames.forEach(ByteBuf::release);
    String sample = frames.size() + " events of calls, " + size + " bytes each on average";
    report.add(
        new Row("events decoded by one thread", "1/s", taken.of("ours", RATE))
            .peer(DATABIND, taken.of(DATABIND, RATE))
            .limit(LOOK, taken.of(LOOK, RATE))
            .aim(Aim.atLeastTimes(4, DATABIND))
            .note(sample));
    report.add(
        new Row("memory allocated for an event", "B", taken.of("ours", BYTES))
            .peer(DATABIND, taken.of(DATABIND, BYTES))
            .limit(LOOK, taken.of(LOOK, BYTES))
            .aim(Aim.atMost(200))
            .note(sample));
  }

  /** Keeps the events of a few calls that ari4java can read too. */
  private void collect() throws Exception {
    try (RawSocket socket = new RawSocket(edge.address(), "decode")) {
      for (int i = 0; i < CALLS; i++) {
        String uri = "channels/decode-%03d?endpoint=Local%%2F101%%40bench&app=decode".formatted(i);
        socket.send(RawSocket.ascii(RawSocket.request("1", "POST", uri)));
        hangUpWhenStarted(socket, "decode-%03d".formatted(i));
      }
    }
    edge.settle(0);
  }

  private void hangUpWhenStarted(RawSocket socket, String channel) throws Exception {
    boolean gone = false;
    while (!gone) {
      ServerFrames frame = socket.next();
      if (frame.startsWith(RawSocket.ANSWER)) {
        continue;
      }
      String json = frame.text();
      keep(json);
      if (json.contains("\"StasisStart\"")) {
        socket.send(RawSocket.ascii(RawSocket.request("1", "DELETE", "channels/" + channel)));
      }
      gone = json.contains("\"ChannelDestroyed\"");
    }
  }

  private void keep(String json) {
    try {
      BaseAriAction.deserializeEvent(json, Message_impl_ari_10_0_0.class);
    } catch (RestException unknown) {
      return;
    }
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuf frame = Unpooled.directBuffer(text.length);
    frames.add(frame.writeBytes(text));
  }

  private Figures turn(Decoder decoder) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long began = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - began < TURN_NANOS) {
      for (ByteBuf frame : frames) {
        kept += decoder.decode(frame);
      }
      count += frames.size();
    }
    long nanos = System.nanoTime() - began;
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    return Figures.of(RATE, count * 1e9 / nanos).with(BYTES, (double) allocated / count);
  }

  private long ours(ByteBuf frame) {
    bytes.take(frame);
    ScannedEvent event = scan.scan(bytes.bytes(), bytes.from(), bytes.to());
    if (event == null) {
      throw new IllegalStateException("an event that cannot be scanned");
    }
    String id = event.text(EventField.CHANNEL_ID);
    return event.type().ordinal() + event.timestampMicros() + (id == null ? 0 : id.length());
  }

  private long databind(ByteBuf frame) throws RestException {
    Message message =
        BaseAriAction.deserializeEvent(
            frame.toString(StandardCharsets.UTF_8), Message_impl_ari_10_0_0.class);
    long time = message instanceof Event event ? event.getTimestamp().getTime() : 0;
    return message.getType().length() + time;
  }

  private long look(ByteBuf frame) {
    int length = frame.readableBytes();
    frame.getBytes(frame.readerIndex(), copy, 0, length);
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += copy[i];
    }
    return sum;
  }

  /** Reads one frame. */
  private interface Decoder {
    long decode(ByteBuf frame) throws Exception;
  }
}
