// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.cli.BookedLegs;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;
import org.ringmaster.server.list.ImportPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A predictive campaign on the lab's Asterisk: open telephones, a SIP trunk to the world outside,
 * and at each lead's number what was drawn for it. One thread.
 */
final class LabCampaign implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LabCampaign.class);
  private static final CampaignId CAMPAIGN = new CampaignId("renewals");
  private static final NodeId EDGE = new NodeId("edge");
  private static final Author BENCH = new Author("bench");
  private static final long FIRST_NUMBER = 493_055_500_000L;
  private static final int READY_SECONDS = 60;
  private static final int STORED_SECONDS = 120;
  private static final int TELL_SECONDS = 60;
  private static final long LOOK_MILLIS = 100;

  private final Path folder;
  private final int agents;
  private final List<LeadFate> fates;
  private final Lab lab;
  private final ContactCentre centre;

  /** Starts platform and lab; agents are signed in and free, the list is loaded. */
  static LabCampaign start(Path folder, int agents, int wrapUpSeconds, List<LeadFate> fates)
      throws Exception {
    Path file = Files.writeString(folder.resolve("ringmaster.yaml"), yaml(agents, wrapUpSeconds));
    Configuration configuration = ConfigurationFile.read(file);
    Lab lab = Lab.start(LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0])));
    LabCampaign campaign =
        new LabCampaign(
            folder,
            agents,
            fates,
            lab,
            new ContactCentre(configuration, folder, new NodePlaces(lab), List::of));
    try {
      campaign.begin();
      return campaign;
    } catch (Exception e) {
      campaign.close();
      throw e;
    }
  }

  private LabCampaign(
      Path folder, int agents, List<LeadFate> fates, Lab lab, ContactCentre centre) {
    this.folder = folder;
    this.agents = agents;
    this.fates = fates;
    this.lab = lab;
    this.centre = centre;
  }

  private static String yaml(int agents, int wrapUpSeconds) {
    List<String> names = IntStream.rangeClosed(1, agents).mapToObj("%02d"::formatted).toList();
    return """
        region: DE
        nodes:
          edge: {lab: yes}
        trunks:
          outside: {node: edge, channels: 200}
        telephones:
        %s
        agents:
        %s
        calendars:
          always: {zone: Europe/Berlin, hours: [mon-sun 00:00-24:00]}
        queues:
          outbound: {strategy: longest-idle, agents: [%s], wrapuptime: %ds}
        campaigns:
          renewals: {queue: outbound, trunk: outside, hours: always, tries: 1, mode: predictive}
        """
        .formatted(
            lines(names, "  tel%1$s: {node: edge, use: open}"),
            lines(names, "  agent%1$s: {number: 10%1$s, telephone: tel%1$s}"),
            names.stream().map(name -> "agent" + name).collect(Collectors.joining(", ")),
            wrapUpSeconds);
  }

  private static String lines(List<String> names, String line) {
    return names.stream().map(line::formatted).collect(Collectors.joining("\n"));
  }

  /** The number of a lead, with its plus. */
  private static String number(int lead) {
    return "+" + (FIRST_NUMBER + lead);
  }

  private void begin() throws Exception {
    for (int lead = 0; lead < fates.size(); lead++) {
      lab.outside().callee(number(lead).substring(1), fates.get(lead).behaviour());
    }
    centre.start();
    until(this::isSeen, READY_SECONDS, "the edge is seen");
    until(() -> centre.store().isPresent(), READY_SECONDS, "the store is there");
    for (int agent = 1; agent <= agents; agent++) {
      tells(new AgentInput.SignIn(new AgentId("agent%02d".formatted(agent)), null));
    }
    until(() -> free() == agents, READY_SECONDS, "all agents are free");
    Path sent = centre.lists().spool();
    Files.writeString(
        sent,
        IntStream.range(0, fates.size())
            .mapToObj(LabCampaign::number)
            .collect(Collectors.joining("\n", "phone\n", "\n")));
    centre
        .lists()
        .begin(
            sent,
            new ImportPlan(
                ListUse.DIAL,
                CAMPAIGN.value(),
                "leads.csv",
                null,
                "",
                "Europe/Berlin",
                null,
                null,
                null,
                false,
                false,
                false,
                BENCH));
    until(
        () -> row() != null && row().numbers().dialable() == fates.size(),
        READY_SECONDS,
        "all leads can be dialled");
  }

  private boolean isSeen() {
    return centre.boards().trunks().nodes().stream()
        .anyMatch(node -> node.sight() == NodeRow.Sight.CONNECTED);
  }

  private long free() {
    return centre.boards().agents().rows().stream()
        .filter(row -> row.agent().state() == AgentState.AVAILABLE)
        .count();
  }

  private @Nullable CampaignRow row() {
    return centre.campaigns().row(CAMPAIGN);
  }

  private void tells(org.ringmaster.core.kernel.Input input) throws Exception {
    centre.inlet().ask(input).get(READY_SECONDS, TimeUnit.SECONDS);
  }

  /** Dials until the list is worked through, or for so long; then waits until nobody talks. */
  void run(long seconds) throws Exception {
    tells(new CampaignInput.Start(CAMPAIGN, BENCH));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long tell = System.nanoTime() + TimeUnit.SECONDS.toNanos(TELL_SECONDS);
    while (!isExhausted() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      if (System.nanoTime() > tell && row() != null) {
        tell += TimeUnit.SECONDS.toNanos(TELL_SECONDS);
        LOG.info(
            "{} leads left, {} talking", row().numbers().dialable(), row().numbers().talking());
      }
    }
    if (!isExhausted()) {
      tells(new CampaignInput.Pause(CAMPAIGN, BENCH));
      lab.outside().hangUpAll();
    }
    until(() -> centre.boards().calls().live() == 0, 2 * STORED_SECONDS, "no call is left");
  }

  private boolean isExhausted() {
    return row() != null && row().state() == CampaignState.EXHAUSTED;
  }

  /** What the journal tells of it. */
  Course course() {
    FactFrame frame = new FactFrame(FactCodec.of(DialerCentre.names().build()));
    Course course = new Course();
    try (JournalReader reader = new JournalReader(folder.resolve("journal"), 1)) {
      while (reader.next()) {
        course.sees(frame.decode(reader.sequence(), reader.payload()));
      }
    }
    return course;
  }

  /** What store and CEL say of every leg, once the store has them all. */
  BookCheck.Outcome witnessed() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STORED_SECONDS);
    BookCheck.Outcome outcome = compared();
    while ((!outcome.clean() || outcome.live() > agents) && System.nanoTime() < deadline) {
      TimeUnit.SECONDS.sleep(1);
      outcome = compared();
    }
    return outcome;
  }

  private BookCheck.Outcome compared() throws IOException, SQLException {
    try (Connection connection = centre.store().orElseThrow().readers().getConnection()) {
      return BookCheck.compare(
          BookedLegs.of(connection, 1, EDGE), CelFiles.legs(List.of(lab.edge().celFile())));
    }
  }

  private static void until(BooleanSupplier condition, int seconds, String what)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not in " + seconds + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
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
}
