// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ringmaster.lab.LabAsterisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look after another at the lab's Asterisks: one that is missed at two looks is dead and is
 * started again. Each has its own turn, whatever becomes of the others. One thread.
 */
final class LabRound {

  /** An Asterisk as it is looked after. */
  record Patient(String name, BooleanSupplier isThere, Runnable startAgain) {
    static Patient of(LabAsterisk asterisk) {
      return new Patient(asterisk.node().value(), asterisk::isThere, asterisk::startAgain);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(LabRound.class);

  private final Set<String> missed = new HashSet<>();
  private boolean untold;

  /**
   * Looks once.
   *
   * @param tellAgain lets all of them take over what has changed while one was away; tried again at
   *     the next look where it fails
   */
  void look(List<Patient> all, Runnable tellAgain) {
    for (Patient one : all) {
      try {
        look(one);
      } catch (RuntimeException e) {
        LOG.warn("the lab's Asterisk {}: {}; it is tried again", one.name(), e.getMessage());
      }
    }
    if (!untold) {
      return;
    }
    try {
      tellAgain.run();
      untold = false;
    } catch (RuntimeException e) {
      LOG.warn("the lab has not taken all over: {}; it is tried again", e.getMessage());
    }
  }

  private void look(Patient one) {
    if (one.isThere().getAsBoolean()) {
      missed.remove(one.name());
    } else if (!missed.add(one.name())) {
      LOG.error("the lab's Asterisk {} has died and is started again", one.name());
      one.startAgain().run();
      missed.remove(one.name());
      untold = true;
    }
  }
}
