// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageState;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Heard;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;
import org.ringmaster.server.file.RecordedFiles;

/**
 * Callers who leave messages, and agents who hear a whisper, on a real Asterisk with real SIP legs.
 * A caller begins to sound 700 Hz where 1400 Hz come, which is what the greeting is made of; the
 * whisper is 1000 Hz.
 */
@Tag("lab")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VoicemailLabTest {
  private static final String CONFIGURATION =
      """
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel01: {node: edge, use: rung}
      agents:
        anna: {number: 1001, telephone: tel01}
      queues:
        sales:
          agents: [anna]
          keys: {"9": voicemail}
          voicemail:
            greeting: ["GREETING"]
            thanks: [auth-thankyou]
            maxmessage: 8s
            maxsilence: 3s
            minmessage: 2s
        service:
          agents: [anna]
          whisper: ["WHISPER"]
          memberdelay: 3s
          reportholdtime: yes
      numbers:
        "49301000": {queue: sales}
        "49302000": {queue: service}
      """;
  private static final int RATE = 8_000;
  private static final int CALLER = 700;
  private static final int AGENT = 1_400;
  private static final int WHISPER = 1_000;
  private static final int HEADER_BYTES = 44;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Lab lab;
  private static ContactCentre centre;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(LabPlan.of(LabEdges.of(read("beep", "beep")).toArray(new EdgePlan[0])));
    Configuration configuration =
        read(sound("greeting", AGENT, 1_500), sound("whisper", WHISPER, 4_000));
    centre = new ContactCentre(configuration, folder, new NodePlaces(lab), List::of);
    lab.outside()
        .telephone(
            "edge",
            "tel01",
            TelephoneBehaviour.answers(
                DrawnMillis.between(300, 300), DrawnMillis.untilOtherEnds()));
    centre.start();
    seen();
  }

  private static Configuration read(String greeting, String whisper) throws Exception {
    Path file = folder.resolve("ringmaster.yaml");
    Files.writeString(
        file, CONFIGURATION.replace("GREETING", greeting).replace("WHISPER", whisper));
    return ConfigurationFile.read(file);
  }

  private static void seen() throws Exception {
    Waiting.until(
        () ->
            centre.boards().trunks().nodes().stream()
                .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED),
        60,
        "the edge is seen");
  }

  @AfterAll
  static void end() throws Exception {
    if (centre != null) {
      centre.close();
    }
    lab.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
  }

  @Test
  @Order(1)
  void whoHangsUpAfterSpeakingHasLeftWhatTheySaid() throws Exception {
    lab.outside()
        .call(
            "49301000",
            "4930555001",
            CallerBehaviour.talks(DrawnMillis.always(5_000)).pressing("9", 500));
    Message message = left(1);
    assertEquals("4930555001", Objects.requireNonNull(message.number()).text());
    short[] samples = samples(message);
    double seconds = (double) samples.length / RATE;
    assertEquals(seconds, message.durationMillis() / 1_000.0, 1.1, "told and true length");
    assertEquals(4.4, seconds, 1.2, "from the tone to the end");
    assertTrue(tone(samples, CALLER) > 300, "the caller is in it");
    assertTrue(tone(samples, AGENT) < 100, "the greeting is not");
  }

  @Test
  @Order(2)
  void whoSpeaksOnIsCutAtTheLimitThankedAndHungUp() throws Exception {
    OutsideCall call =
        lab.outside().call("49301000", "4930555002", CallerBehaviour.stays().pressing("9", 500));
    Message message = left(2);
    assertTrue(Math.abs(message.durationMillis() - 8_000) <= 1_000, "" + message);
    Waiting.until(() -> !lab.outside().isUp(call), 20, "the caller is hung up");
    double seconds = (double) samples(message).length / RATE;
    assertEquals(8, seconds, 1.0, "Asterisk looks once a second");
  }

  @Test
  @Order(3)
  void whoSaysNothingAndPressesTheHashLeavesNothing() throws Exception {
    OutsideCall call =
        lab.outside()
            .call("49301000", "4930555003", CallerBehaviour.stays().pressing("9wwwwwww#", 500));
    Waiting.until(() -> lab.outside().isUp(call), 20, "the caller is there");
    Waiting.until(() -> !lab.outside().isUp(call), 40, "the caller is hung up");
    Waiting.until(() -> messages().size() == 2, 20, "no third message is kept");
    Waiting.until(() -> files() == 0, 10, "what was recorded is gone, or fetched");
  }

  @Test
  @Order(5)
  void theAgentHearsTheWhisperAndTheCallerDoesNotUntilTheyAreJoined() throws Exception {
    OutsideCall call = lab.outside().call("49302000", "4930555005", CallerBehaviour.stays());
    Heard waiting = lab.outside().listen(call).hears(3_000);
    assertFalse(waiting.has(AGENT), "the caller waits: " + waiting);
    accepted(new AgentInput.SignIn(new AgentId("anna"), null));
    Waiting.until(
        () -> {
          AgentRow row = centre.boards().agents().row(new AgentId("anna"));
          return row != null && row.agent().state() == AgentState.ON_CALL;
        },
        20,
        "the agent has answered");
    Heard silence = agentHears(400);
    assertTrue(silence.loudness() < 100, "the agent hears nothing yet: " + silence);
    Waiting.until(() -> agentHears(400).has(WHISPER), 20, "then the whisper");
    Heard agent = agentHears(800);
    Heard caller = lab.outside().listen(call).hears(800);
    assertTrue(agent.has(WHISPER), "the agent hears the whisper: " + agent);
    assertFalse(agent.has(CALLER), "and not the caller yet: " + agent);
    assertTrue(caller.tone(WHISPER) < 100, "the caller hears nothing of it: " + caller);
    assertTrue(caller.tone(AGENT) < 300, "and not the agent yet: " + caller);
    Waiting.until(
        () -> {
          Heard words = agentHears(400);
          return words.loudness() > 300 && !words.has(WHISPER) && !words.has(CALLER);
        },
        20,
        "then how long the caller has waited");
    Waiting.until(
        () -> lab.outside().listen(call).hears(400).has(AGENT), 20, "the caller hears the agent");
    Heard joined = lab.outside().listen("edge", "tel01").hears(800);
    assertTrue(joined.has(CALLER) && !joined.has(WHISPER), "the agent hears the caller: " + joined);
    lab.outside().hangUp(call);
    accepted(new AgentInput.SignOut(new AgentId("anna")));
    Waiting.until(() -> centre.boards().calls().live() == 0, 20, "no call is left");
  }

  private static Heard agentHears(int millis) {
    return lab.outside().listen("edge", "tel01").hears(millis);
  }

  @Test
  @Order(6)
  void theSecondWitnessAgreesWithEveryLeg() throws Exception {
    Waiting.until(() -> centre.store().isPresent(), 60, "the store is there");
    Waiting.until(
        () -> {
          BookCheck.Outcome outcome = LabCentre.outcome(centre, lab);
          return outcome.clean() && outcome.agreed() >= 5;
        },
        30,
        "four callers and the agent are in CEL as they are in the books");
  }

  @Test
  @Order(7)
  void asteriskDiesWhileTheySpeakAndWhatIsOnItsDiskIsTheMessage() throws Exception {
    int before = messages().size();
    lab.outside().call("49301000", "4930555006", CallerBehaviour.stays().pressing("9", 500));
    Waiting.until(() -> files() == 1 && speaking(), 20, "the caller is being recorded");
    Waiting.until(() -> biggest() > RATE * 2 * 2, 20, "two seconds are on the disk");
    lab.edge().kill();
    lab.edge().startAgain();
    seen();
    Message message = left(before + 1);
    short[] samples = samples(message);
    assertTrue(tone(samples, CALLER) > 300, "the caller is in what is there");
    assertTrue(samples.length >= 2 * RATE, "and so long: " + samples.length);
    Waiting.until(
        () -> messages().stream().noneMatch(one -> one.durationMillis() < 0),
        10,
        "its file tells how long it is");
  }

  private static boolean speaking() {
    return centre.boards().voicemails().rows().stream()
        .anyMatch(message -> message.state() == MessageState.SPEAKING);
  }

  private static List<Message> messages() {
    return centre.boards().voicemails().rows().stream()
        .filter(message -> !message.isBeingLeft())
        .toList();
  }

  private static Message left(int so) throws Exception {
    Waiting.until(() -> messages().size() == so, 60, so + " messages are there");
    return messages().stream()
        .max((one, other) -> Long.compare(one.atMicros(), other.atMicros()))
        .orElseThrow();
  }

  private static long files() {
    try (var files = Files.list(lab.edge().recordings())) {
      return files.filter(file -> file.toString().endsWith(".wav")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static long biggest() {
    try (var files = Files.list(lab.edge().recordings())) {
      return files
          .max((one, other) -> one.getFileName().compareTo(other.getFileName()))
          .map(file -> file.toFile().length())
          .orElse(0L);
    } catch (IOException e) {
      return 0;
    }
  }

  /** What was fetched from the edge and is kept. */
  private static short[] samples(Message message) throws Exception {
    RecordingId recording = Objects.requireNonNull(message.recording());
    RecordedFiles kept = new RecordedFiles(folder.resolve("recordings"));
    Waiting.until(() -> kept.find(recording).isPresent(), 20, "the file is kept");
    byte[] bytes = Files.readAllBytes(kept.find(recording).orElseThrow());
    ByteBuffer sound =
        ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    short[] samples = new short[sound.remaining() / 2];
    sound.asShortBuffer().get(samples);
    return samples;
  }

  /** How loud a tone is in it: the two parts of its Fourier sum over windows of 50 ms. */
  private static double tone(short[] samples, int hertz) {
    int window = RATE / 20;
    double power = 0;
    int windows = 0;
    for (int from = 0; from + window <= samples.length; from += window) {
      double cosine = 0;
      double sine = 0;
      for (int i = 0; i < window; i++) {
        double angle = 2 * Math.PI * hertz * i / RATE;
        cosine += samples[from + i] * Math.cos(angle);
        sine += samples[from + i] * Math.sin(angle);
      }
      power += 2 * (cosine * cosine + sine * sine) / ((double) window * window);
      windows++;
    }
    return windows == 0 ? 0 : Math.sqrt(power / windows);
  }

  /** A tone as a sound that the edge can play; how a configuration names it. */
  private static String sound(String name, int hertz, int millis) throws IOException {
    int count = RATE * millis / 1_000;
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + 2 * count).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * count);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * count);
    for (int i = 0; i < count; i++) {
      out.putShort((short) (8_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
    }
    return lab.edge().addSound(Files.write(folder.resolve(name + ".wav"), out.array()));
  }

  private static void accepted(Input input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
  }
}
