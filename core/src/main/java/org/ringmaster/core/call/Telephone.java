// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * An agent's telephone, as configured.
 *
 * @param id its name, also its endpoint's name on the node
 * @param node the Asterisk it registers with
 * @param use how it is used
 */
public record Telephone(TelephoneId id, NodeId node, TelephoneUse use) {

  /** How it is rung. */
  public Endpoint endpoint() {
    return Endpoint.telephone(id.value());
  }
}
