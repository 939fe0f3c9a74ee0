// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.Carrier;
import org.ringmaster.simulation.people.DeskAgent;

/**
 * A contact centre on one node with one campaign, the people it calls and the agents who talk with
 * them. One thread; the same seed and habits give the same day.
 */
public final class DiallingCentre {

  /** The node. */
  public static final NodeId EDGE = new NodeId("edge");

  /** The campaign. */
  public static final CampaignId CAMPAIGN = new CampaignId("renewals");

  /** Its queue. */
  public static final QueueId QUEUE = new QueueId("outbound");

  /** Its trunk. */
  public static final TrunkId TRUNK = new TrunkId("carrier");

  /** Where the leads are. */
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final Author TESTER = new Author("tester");
  private static final int FIRST_AGENT_NUMBER = 2_000;
  private static final long FIRST_NUMBER = 4_930_000_000L;
  private static final String SEGMENT = "0";

  private final SimulatedCentre centre;
  private final List<DeskAgent> agents = new ArrayList<>();
  private final CentrePlan plan;
  private final int leads;
  private final Carrier carrier;

  /** Always open, by the clocks of Berlin. */
  public static Calendar always() {
    return new Calendar(new CalendarId("always"), BERLIN.getId(), List.of(), List.of());
  }

  /** A campaign with the usual settings. */
  public static CampaignPlan campaign(CampaignMode mode) {
    return CampaignPlan.of(CAMPAIGN, QUEUE, TRUNK, mode, always());
  }

  /** So many leads with one number each, all in Berlin. */
  public static Leads leads(int many) {
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      leads.add(Lead.of(FIRST_NUMBER + i, BERLIN));
    }
    return Leads.of(leads);
  }

  /**
   * A centre that has not started.
   *
   * @param use how the agents' telephones are used
   * @param seen through which the kernel sees each decider
   */
  public DiallingCentre(
      SimulationSettings settings,
      int agents,
      TelephoneUse use,
      CampaignPlan campaign,
      Leads leads,
      CalleeHabits callees,
      AgentHabits habits,
      UnaryOperator<Decider> seen) {
    this.leads = leads.size();
    plan = plan(agents, use).campaign(campaign);
    LeadSegments segments = LeadSegments.of(Map.of(SEGMENT, leads));
    centre =
        new SimulatedCentre(
            settings.of(() -> DialerCentre.centre(segments, parts -> List.of(), seen)), plan);
    for (AgentProfile profile : plan.agents()) {
      this.agents.add(
          new DeskAgent(
              centre.agenda(),
              centre.draws().stream("agent " + profile.id()),
              centre.asterisk(EDGE),
              centre.inlet(),
              centre::page,
              profile.id(),
              plan.telephoneOf(profile.id()),
              habits));
    }
    carrier =
        new Carrier(
            centre.agenda(), centre.draws().stream("callees"), centre.asterisk(EDGE), callees);
  }

  private static CentrePlan plan(int agents, TelephoneUse use) {
    CentrePlan plan = new CentrePlan().node(EDGE).trunk(new Trunk(TRUNK, EDGE, 0, 0));
    List<AgentId> team = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      AgentId agent = new AgentId("agent%03d".formatted(i));
      team.add(agent);
      plan.agent(agent, Integer.toString(FIRST_AGENT_NUMBER + i), use, EDGE);
    }
    return plan.queue(
        new Queue(
            QUEUE,
            Strategy.LONGEST_IDLE,
            team,
            20_000,
            5_000,
            60_000,
            true,
            0,
            Overflow.HANG_UP,
            "default",
            20_000));
  }

  /** The centre, to be started and run. */
  public SimulatedCentre centre() {
    return centre;
  }

  /** What it is configured with. */
  public CentrePlan plan() {
    return plan;
  }

  /** All agents. */
  public List<DeskAgent> agents() {
    return List.copyOf(agents);
  }

  /** Who is called. */
  public Carrier carrier() {
    return carrier;
  }

  /** The campaigns as the platform sees them now. */
  public Campaigns campaigns() {
    return centre.centre().part(Campaigns.class);
  }

  /** Starts the platform, loads the list, lets all agents work until an instant. */
  public void opens(long untilMicros) {
    centre.start();
    long from = centre.agenda().micros();
    agents.forEach(agent -> agent.works(from, untilMicros));
    loads(ListUse.DIAL);
    centre.run(5_000_000);
  }

  /** A list comes that has all the leads' numbers, and says that they must not be called. */
  public void forbidsAll() {
    loads(ListUse.DO_NOT_CALL);
  }

  private void loads(ListUse use) {
    tells(
        new ListInput.Load(
            use,
            CAMPAIGN.value(),
            SEGMENT,
            SEGMENT,
            "leads.csv",
            leads,
            new ImportLedger(leads, leads, List.of(), leads, 0),
            use == ListUse.DO_NOT_CALL,
            TESTER));
  }

  /** Lets the campaign dial. */
  public void starts() {
    tells(new CampaignInput.Start(CAMPAIGN, TESTER));
  }

  /** Lets it dial nobody more. */
  public void pauses() {
    tells(new CampaignInput.Pause(CAMPAIGN, TESTER));
  }

  /** Somebody tells the platform something. */
  public void tells(org.ringmaster.core.kernel.Input input) {
    var unused = centre.inlet().ask(input); // What became of it shows in the facts.
  }
}
