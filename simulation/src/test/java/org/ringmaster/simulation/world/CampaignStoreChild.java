// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.FactSource;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.store.DialerStore;

/** A process that writes a campaign's day into a store until it is killed. */
final class CampaignStoreChild {
  static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private static final String PASSWORD = "RINGMASTER_TEST_PASSWORD";
  private static final long HOUR = 3_600_000_000L;
  private static final int FEW = 9;

  private CampaignStoreChild() {}

  /** All facts are durable already, and come in takes of at most so many. */
  record Source(List<RecordedFact> facts, int most) implements FactSource {
    @Override
    public List<RecordedFact> take(long afterSequence, int max, Duration wait)
        throws InterruptedException {
      int from = (int) Math.min(facts.size(), afterSequence);
      if (from == facts.size()) {
        Thread.sleep(wait);
      }
      return facts.subList(from, Math.min(facts.size(), from + most));
    }

    @Override
    public long lastSequence() {
      return facts.size();
    }
  }

  /** The same in each process. */
  static List<RecordedFact> day() {
    Tariff tariff = new Tariff("EUR", List.of(new Tariff.Rate("49", 12_345)), 30, 6);
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.PREDICTIVE)
            .boundedBy(CampaignBounds.NONE.spending(new SpendLimit(tariff, 0, 0)));
    DiallingCentre world = CampaignDay.world(5, plan, 8, 400, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(5 * HOUR);
    return new ArrayList<>(world.centre().facts());
  }

  static Process start(StoreAddress address) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(CampaignStoreChild.class.getName());
    command.addAll(List.of(address.jdbcUrl(), address.user()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put(PASSWORD, address.password());
    return builder.start();
  }

  public static void main(String[] args) throws InterruptedException {
    StoreAddress address = new StoreAddress(args[0], args[1], System.getenv(PASSWORD));
    JourneyStore store = JourneyStore.open(DialerStore.options(address, 1, CODEC));
    store.follow(new Source(day(), FEW));
    store.awaitApplied(Long.MAX_VALUE, Duration.ofMinutes(5));
  }
}
