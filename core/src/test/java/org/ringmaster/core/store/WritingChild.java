// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that writes a simulated day into a store until it is killed. */
final class WritingChild {
  private static final String PASSWORD = "RINGMASTER_TEST_PASSWORD";

  private WritingChild() {}

  static Process start(StoreAddress address, long seed, int callers) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(WritingChild.class.getName());
    command.addAll(
        List.of(address.jdbcUrl(), address.user(), Long.toString(seed), Integer.toString(callers)));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put(PASSWORD, address.password());
    return builder.start();
  }

  public static void main(String[] args) throws InterruptedException {
    StoreAddress address = new StoreAddress(args[0], args[1], System.getenv(PASSWORD));
    var day = SimulatedDay.whole(Long.parseLong(args[2]), Integer.parseInt(args[3]));
    JourneyStore store = JourneyStore.open(PostgresForTests.options(address));
    store.follow(new DripSource(day, 9));
    store.awaitApplied(Long.MAX_VALUE, Duration.ofMinutes(5));
  }
}
