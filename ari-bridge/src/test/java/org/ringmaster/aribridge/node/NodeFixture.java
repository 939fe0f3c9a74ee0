// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.aribridge.support.RecordingInputs;
import org.ringmaster.aribridge.support.SimulatedAri;
import org.ringmaster.aribridge.support.SimulatedAri.Answer;
import org.ringmaster.aribridge.support.SimulatedAri.Asked;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.aribridge.transport.SocketTiming;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;

/** A node against a simulated ARI server that has an info, and lists that a test may set. */
final class NodeFixture implements AutoCloseable {
  static final NodeId NODE = new NodeId("edge1");
  static final String INFO =
      "{\"system\":{\"version\":\"22.10.1~x\",\"entity_id\":\"02:fc\"},"
          + "\"status\":{\"startup_time\":\"2026-11-22T12:00:00.500+0000\","
          + "\"last_reload_time\":\"2026-11-22T12:00:00.500+0000\",\"news\":1}}";
  private static final SocketTiming TIMING = new SocketTiming(1_000, 100, 800, 8_192, 1 << 20);

  final SimulatedAri server = new SimulatedAri();
  final RecordingInputs inputs = new RecordingInputs();
  final Map<String, Answer> answers = new ConcurrentHashMap<>();
  final AsteriskNode node;
  private final EventLoops loops = new EventLoops(1);

  NodeFixture(RequestPath path) {
    answers.put("GET asterisk/info", new Answer(200, INFO));
    answers.put("GET channels", new Answer(200, "[]"));
    answers.put("GET bridges", new Answer(200, "[]"));
    server.script(this::answer);
    NodeSettings settings = NodeSettings.of(NODE, server.address()).over(path).timed(TIMING, 1_000);
    node = new AsteriskNode(settings, loops, inputs);
  }

  NodeFixture start() {
    node.start();
    inputs.await(CallInput.NodeListed.class);
    Until.holds("bulk socket", () -> server.hasSocket("ringmaster-bulk-1"));
    return this;
  }

  /** A script's null means silence: a test puts that in by {@link SimulatedAri#script}. */
  Answer answer(Asked asked) {
    return answers.getOrDefault(key(asked), new Answer(204, ""));
  }

  static String key(Asked asked) {
    int query = asked.uri().indexOf('?');
    String path = query < 0 ? asked.uri() : asked.uri().substring(0, query);
    return asked.method() + " " + path;
  }

  List<String> asked(String part) {
    return server.asked().stream().map(NodeFixture::key).filter(k -> k.contains(part)).toList();
  }

  void event(String json) {
    server.send("ringmaster", json);
  }

  @Override
  public void close() {
    node.close();
    server.close();
    loops.close();
  }
}
