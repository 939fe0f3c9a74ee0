// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.Outside;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.cli.BookedLegs;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;

/**
 * A whole platform at work on a real Asterisk: the lab with its world outside, PostgreSQL, the
 * engine, all wired as {@code up} wires them. Tests that take a {@link SharedLab} use one of them
 * together; a test whose Asterisk must have something of its own starts one for itself.
 */
public final class LabCentre implements AutoCloseable {
  /** The node's name in every configuration for this. */
  public static final String EDGE = "edge";

  /** What a telephone sounds that was told nothing else, in Hz. */
  public static final int AGENTS_TONE = 1_400;

  /** How a telephone answers that was told nothing else. */
  public static final TelephoneBehaviour ANSWERS =
      TelephoneBehaviour.answers(DrawnMillis.between(200, 200), DrawnMillis.untilOtherEnds());

  private static final FactFrame FRAME = new FactFrame(FactCodec.of(DialerCentre.names().build()));
  private static final int SECONDS = 20;
  private static final int START_SECONDS = 60;

  private final Path folder;
  private final List<String> telephones;
  private final Lab lab;
  private final ContactCentre centre;
  private long factsBefore;
  private int legsBefore;

  private LabCentre(Path folder, Configuration configuration, Lab lab) throws IOException {
    this.folder = folder;
    this.lab = lab;
    telephones =
        configuration.telephones().stream()
            .filter(one -> one.contact() == null) // Others live elsewhere.
            .map(one -> one.name())
            .toList();
    centre = new ContactCentre(configuration, folder, new NodePlaces(lab), List::of);
  }

  /** Starts one and waits until Asterisk and store are seen. */
  public static LabCentre start(String yaml, Path folder) throws Exception {
    return start(yaml, folder, new ConfFiles(Map.of()));
  }

  /** The same with texts behind the conf files of its Asterisk. */
  public static LabCentre start(String yaml, Path folder, ConfFiles added) throws Exception {
    Path file = Files.writeString(folder.resolve("ringmaster.yaml"), yaml);
    Configuration configuration = ConfigurationFile.read(file);
    EdgePlan edge = LabEdges.of(configuration).getFirst().with(added);
    LabCentre started = new LabCentre(folder, configuration, Lab.start(LabPlan.of(edge)));
    try {
      started.centre.start();
      started.forgetBehaviour();
      Waiting.until(started::isSeen, START_SECONDS, "the edge is seen");
      Waiting.until(() -> started.centre.store().isPresent(), START_SECONDS, "the store is there");
      return started;
    } catch (Exception | AssertionError e) {
      started.close();
      throw e;
    }
  }

  private boolean isSeen() {
    return centre.boards().trunks().nodes().stream()
        .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED);
  }

  /** The platform. */
  public ContactCentre platform() {
    return centre;
  }

  /** The lab. */
  public Lab lab() {
    return lab;
  }

  /** Its world outside. */
  public Outside outside() {
    return lab.outside();
  }

  /** Where configuration, journal and {@code queue_log} lie. */
  public Path folder() {
    return folder;
  }

  /**
   * A new day: nobody is left from the day before, all telephones answer as if nothing had been
   * told to them, and these agents are there and free. What is asked about facts and witnesses is
   * about this day alone.
   */
  public void begin(String... agents) throws Exception {
    lab.outside().hangUpAll();
    for (AgentRow row : centre.boards().agents().rows()) {
      if (row.agent().state() != AgentState.SIGNED_OUT) {
        accepted(new AgentInput.SignOut(row.agent().id()));
      }
    }
    Waiting.until(() -> centre.boards().calls().live() == 0, SECONDS, "no call is left");
    Waiting.until(() -> lab.edge().legs() == 0, SECONDS, "no leg is left");
    forgetBehaviour();
    legsBefore = agreed(outcome -> outcome.live() == 0);
    for (String agent : agents) {
      accepted(new AgentInput.SignIn(new AgentId(agent), null));
      is(agent, AgentState.AVAILABLE);
    }
    mark();
  }

  private void forgetBehaviour() {
    for (String telephone : telephones) {
      lab.outside().telephone(EDGE, telephone, ANSWERS);
      lab.outside().telephoneTone(EDGE, telephone, AGENTS_TONE);
    }
  }

  /** Asks for something that must be done. */
  public Answer accepted(Input input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    return assertInstanceOf(Answer.Accepted.class, answer, () -> input + ": " + answer);
  }

  /** Asks for something that must be refused; the reason. */
  public String refused(Input input) throws Exception {
    Answer answer = centre.inlet().ask(input).get(10, TimeUnit.SECONDS);
    return assertInstanceOf(Answer.Refused.class, answer, () -> input + ": " + answer).why();
  }

  /** Waits until an agent is in a state. */
  public void is(String agent, AgentState state) throws Exception {
    Waiting.until(
        () -> {
          AgentRow row = centre.boards().agents().row(new AgentId(agent));
          return row != null && row.agent().state() == state;
        },
        SECONDS,
        agent + " is " + state);
  }

  /** How many agents are in a state. */
  public long inState(AgentState state) {
    return centre.boards().agents().rows().stream()
        .filter(row -> row.agent().state() == state)
        .count();
  }

  /** How many calls have a leg that Asterisk has not ended. */
  public int liveCalls() {
    return centre.boards().calls().live();
  }

  /** Facts of which is asked from here on are newer than this. */
  public void mark() {
    factsBefore += facts().size();
  }

  /** All facts since the mark. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    try (JournalReader reader = new JournalReader(folder.resolve("journal"), factsBefore + 1)) {
      while (reader.next()) {
        facts.add(FRAME.decode(reader.sequence(), reader.payload()).fact());
      }
    }
    return facts;
  }

  /** All facts of one kind since the mark. */
  public <T extends Fact> List<T> facts(Class<T> type) {
    return facts().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** How many rows the store has of something. */
  public long count(String from) {
    try (Connection connection = centre.store().orElseThrow().readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(from, e);
    }
  }

  /** Waits until the books and CEL agree on every leg, among them so many of this day. */
  public void witnessAgrees(int legs) throws Exception {
    agreed(outcome -> outcome.agreed() >= legsBefore + legs);
  }

  private int agreed(Predicate<BookCheck.Outcome> enough) throws Exception {
    AtomicReference<BookCheck.Outcome> last = new AtomicReference<>();
    try {
      Waiting.until(
          () -> {
            BookCheck.Outcome outcome = outcome();
            last.set(outcome);
            return outcome.clean() && enough.test(outcome);
          },
          30,
          "books and CEL agree");
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + ", not " + last.get(), e);
    }
    return last.get().agreed();
  }

  private BookCheck.Outcome outcome() {
    return outcome(centre, lab);
  }

  /** What books and CEL say of the legs of a lab's edge. */
  static BookCheck.Outcome outcome(ContactCentre platform, Lab at) {
    if (!Files.exists(at.edge().celFile())) {
      return new BookCheck.Outcome(0, List.of(), 0, 0, 0, 0, 0, 0);
    }
    try (Connection connection = platform.store().orElseThrow().readers().getConnection()) {
      return BookCheck.compare(
          BookedLegs.of(connection, 1, new NodeId(EDGE)),
          CelFiles.legs(List.of(at.edge().celFile())));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    try (Lab ended = lab) {
      centre.close();
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }

  /** Deletes what it wrote, once it is closed. */
  void forget() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
