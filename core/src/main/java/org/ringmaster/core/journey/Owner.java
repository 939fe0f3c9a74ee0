// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/**
 * Who has a conversation.
 *
 * @param kind what kind of owner
 * @param name its name in the configuration
 */
public record Owner(Kind kind, String name) {

  /** What kind of owner. */
  public enum Kind {
    QUEUE,
    AGENT,
    FLOW,
    NUMBER,
    MESSAGE
  }
}
