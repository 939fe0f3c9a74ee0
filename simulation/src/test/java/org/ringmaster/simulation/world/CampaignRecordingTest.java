// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.PreviewRules;

/** Talks with a campaign's leads, recorded as the campaign says. */
class CampaignRecordingTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @Test
  void talksWithLeadsAreRecordedWhereTheCampaignSaysSoAndTheQueueNever() {
    DiallingCentre world =
        worked(once(CampaignMode.PROGRESSIVE), RecordingPolicy.NEVER, RecordingPolicy.ALL);
    assertTrue(talked(world).size() > 5, "talked: " + talked(world).size());
    assertEquals(talked(world), recorded(world));
    assertEquals(Set.of(RecordingPolicy.ALL), policies(world));
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whereTheCampaignSaysNeverNothingIsRecordedThoughTheQueueRecordsAll() {
    DiallingCentre world =
        worked(once(CampaignMode.PROGRESSIVE), RecordingPolicy.ALL, RecordingPolicy.NEVER);
    assertTrue(talked(world).size() > 5, "talked: " + talked(world).size());
    assertEquals(Set.of(), recorded(world));
  }

  @Test
  void whatAQueueAlwaysHasRecordedNoCampaignLeavesOut() {
    DiallingCentre world =
        worked(once(CampaignMode.PROGRESSIVE), RecordingPolicy.FORCED, RecordingPolicy.NEVER);
    assertEquals(talked(world), recorded(world));
    assertEquals(Set.of(RecordingPolicy.FORCED), policies(world));
  }

  @Test
  void aCampaignThatSaysNothingIsRecordedAsItsQueue() {
    DiallingCentre world = worked(once(CampaignMode.PROGRESSIVE), RecordingPolicy.ALL, null);
    assertEquals(talked(world), recorded(world));
    assertEquals(0, count(world, RecordingFact.PolicySet.class));
  }

  @Test
  void aLeadThatAnAgentLookedAtFirstIsRecordedAsTheCampaignSaysToo() {
    DiallingCentre world =
        worked(
            once(CampaignMode.PREVIEW).previewing(new PreviewRules(5_000, true, 3_600_000)),
            RecordingPolicy.NEVER,
            RecordingPolicy.FORCED);
    assertTrue(talked(world).size() > 5, "talked: " + talked(world).size());
    assertEquals(talked(world), recorded(world));
    assertEquals(Set.of(RecordingPolicy.FORCED), policies(world));
  }

  @Test
  void aPlatformThatIsKilledGoesOnRecordingAsTheCampaignSays() {
    DiallingCentre world =
        begun(once(CampaignMode.PROGRESSIVE), RecordingPolicy.NEVER, RecordingPolicy.ALL);
    world.centre().run(200 * SECOND);
    world.centre().snapshotAt(world.centre().syncedSequence());
    world.centre().dies();
    world.centre().run(2 * SECOND);
    world.centre().restarts();
    world.centre().run(2 * HOUR);
    assertTrue(talked(world).size() > 5, "talked: " + talked(world).size());
    assertTrue(recorded(world).containsAll(talked(world)), "somebody is not recorded");
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  private static DiallingCentre worked(
      CampaignPlan plan, RecordingPolicy queue, @Nullable RecordingPolicy campaign) {
    DiallingCentre world = begun(plan, queue, campaign);
    world.centre().run(2 * HOUR);
    return world;
  }

  private static DiallingCentre begun(
      CampaignPlan plan, RecordingPolicy queue, @Nullable RecordingPolicy campaign) {
    DiallingCentre world = world(31, plan.recorded(campaign), 5, 60, TelephoneUse.OPEN);
    world
        .plan()
        .recording(
            new RecordingPlan(DiallingCentre.QUEUE, queue, 86_400_000, List.of(), List.of()));
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    return world;
  }

  private static Set<CallId> talked(DiallingCentre world) {
    return each(world, CampaignFact.Connected.class, CampaignFact.Connected::call);
  }

  private static Set<CallId> recorded(DiallingCentre world) {
    return each(world, RecordingFact.PartBegan.class, RecordingFact.PartBegan::call);
  }

  private static Set<RecordingPolicy> policies(DiallingCentre world) {
    return each(world, RecordingFact.Began.class, RecordingFact.Began::policy);
  }

  private static <F extends Fact, T> Set<T> each(
      DiallingCentre world, Class<F> kind, Function<F, T> what) {
    return world.centre().facts().stream()
        .map(RecordedFact::fact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(what)
        .collect(Collectors.toSet());
  }
}
