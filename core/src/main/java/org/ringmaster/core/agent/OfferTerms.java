// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/**
 * What a queue asks of its agents.
 *
 * @param wrapUpMillis how long an agent finishes work after a talk
 * @param autoPause when an agent who does not answer is paused
 * @param extensionMillis by how much an agent may extend a wrap-up at a time
 * @param extensions how often
 */
public record OfferTerms(
    long wrapUpMillis, AutoPause autoPause, long extensionMillis, int extensions) {

  /** The same with another wrap-up. */
  OfferTerms wrappingUp(long millis) {
    return new OfferTerms(millis, autoPause, extensionMillis, extensions);
  }

  /** Nothing but a wrap-up. */
  public static OfferTerms wrapUp(long millis) {
    return new OfferTerms(millis, AutoPause.NONE, 0, 0);
  }
}
