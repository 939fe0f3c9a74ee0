// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErlangATest {

  /** Garnett, Mandelbaum and Reiman: 48 calls a minute, 1 minute each, 50 agents, 2 minutes. */
  @Test
  void theWorkedExampleOfTheLiteratureComesOut() {
    ErlangA impatient = new ErlangA(48 / 60.0, 60, 120, 50);
    assertEquals(0.031, impatient.abandonShare(), 0.0006);
    assertEquals(3.7, impatient.meanWaitSeconds(), 0.06);
    assertEquals(3.0, impatient.waiting(), 0.1);
    assertEquals(0.93, impatient.occupancy(), 0.005);
    ErlangA patient = new ErlangA(48 / 60.0, 60, Double.POSITIVE_INFINITY, 50);
    assertEquals(20.8, patient.meanWaitSeconds(), 0.1);
    assertEquals(17, patient.waiting(), 0.5);
    assertEquals(0.96, patient.occupancy(), 0.001);
  }

  @Test
  void whereNobodyLeavesItIsErlangC() {
    int agents = 12;
    double load = 10;
    double term = 1;
    double sum = 0;
    for (int k = 0; k < agents; k++) {
      sum += term;
      term *= load / (k + 1);
    }
    double delayed = term * agents / (agents - load);
    double waits = delayed / (sum + delayed);
    ErlangA model = new ErlangA(load / 180, 180, Double.POSITIVE_INFINITY, agents);
    assertEquals(waits, model.waitShare(), 1e-9);
    double within = 1 - waits * Math.exp(-(agents - load) / 180 * 20);
    assertEquals(within, model.servedWithin(20), 1e-6);
  }

  @Test
  void aSimulationOfTheSameCallersAgrees() {
    double[] seen = simulate(0.1, 100, 60, 9, 30, 400_000);
    ErlangA model = new ErlangA(0.1, 100, 60, 9);
    assertEquals(seen[0], model.abandonShare(), 0.005);
    assertEquals(seen[1], model.servedWithin(30), 0.005);
    assertEquals(seen[2], model.meanWaitSeconds(), 0.4);
  }

  @Test
  void theFewestAgentsAreEnoughAndOneLessAreNot() {
    for (double rate : new double[] {0.002, 0.05, 0.5, 20}) {
      int agents = ErlangA.agentsFor(rate, 200, 90, 0.8, 20);
      assertTrue(new ErlangA(rate, 200, 90, agents).servedWithin(20) >= 0.8);
      if (agents > 1) {
        assertTrue(new ErlangA(rate, 200, 90, agents - 1).servedWithin(20) < 0.8, rate + "");
      }
    }
  }

  @Test
  void aLineThatNeverEndsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new ErlangA(1, 60, Double.POSITIVE_INFINITY, 60));
  }

  /** Shares of those who left and of those served in time, and the mean wait. */
  private static double[] simulate(
      double rate, double handle, double patience, int agents, double limit, int callers) {
    Random random = new Random(5);
    PriorityQueue<Double> busyUntil = new PriorityQueue<>();
    Deque<double[]> line = new ArrayDeque<>();
    double now = 0;
    double left = 0;
    double served = 0;
    double waits = 0;
    for (int i = 0; i < callers; i++) {
      now += draw(random, 1 / rate);
      while (!line.isEmpty() && busyUntil.peek() <= now) {
        double free = busyUntil.remove();
        double[] next = line.remove();
        while (next != null && next[1] <= free) {
          left++;
          waits += next[1] - next[0];
          next = line.poll();
        }
        if (next != null) {
          waits += free - next[0];
          served += free - next[0] <= limit ? 1 : 0;
          busyUntil.add(free + draw(random, handle));
        }
      }
      while (!busyUntil.isEmpty() && busyUntil.peek() <= now) {
        busyUntil.remove();
      }
      if (busyUntil.size() < agents) {
        served++;
        busyUntil.add(now + draw(random, handle));
      } else {
        line.add(new double[] {now, now + draw(random, patience)});
      }
    }
    return new double[] {left / callers, served / callers, waits / callers};
  }

  private static double draw(Random random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }
}
