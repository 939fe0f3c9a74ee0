// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.List;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Folders;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.asteriskconf.HostPort;
import org.ringmaster.asteriskconf.Login;
import org.ringmaster.asteriskconf.Ports;
import org.ringmaster.asteriskconf.Secret;
import org.ringmaster.asteriskconf.SipTimers;

/**
 * All that the world outside must know.
 *
 * @param node its name
 * @param address the address it listens on
 * @param ports the ports it listens on; SIP is the carrier's
 * @param telephonePort the UDP port its telephones send from and are reached at
 * @param folders where its files lie
 * @param timers how patient SIP is
 * @param ari the user callers are started by
 * @param edges the edges it calls
 * @param telephones the telephones that live in it
 */
record OutsideConf(
    ConfName node,
    HostAddress address,
    Ports ports,
    int telephonePort,
    Folders folders,
    SipTimers timers,
    Login ari,
    List<Edge> edges,
    List<AgentTelephone> telephones) {

  private static final List<String> FILES =
      List.of(
          "modules.conf", "ari.conf", "manager.conf", "pjsip.conf", "extensions.conf", "cel.conf");

  /**
   * An edge as seen from outside.
   *
   * @param node its name
   * @param target where it is called
   * @param telephones its agents' telephones
   */
  record Edge(ConfName node, HostPort target, List<AgentTelephone> telephones) {}

  /**
   * A telephone of an agent.
   *
   * @param node the edge it belongs to
   * @param name its name there
   * @param secret its password there
   * @param edge where the edge is called
   * @param registers whether it registers with the edge
   */
  record AgentTelephone(
      ConfName node, ConfName name, Secret secret, HostPort edge, boolean registers) {

    /** Its name out here, where several edges may have telephones of the same name. */
    ConfName id() {
      return new ConfName(node + "-" + name);
    }
  }

  /** What tells its telephones to register; written once the edges are up. */
  ConfFiles registrations() {
    return ConfFiles.fill(OutsideConf.class, "outside", List.of("registrations.conf"), this);
  }

  ConfFiles files() {
    return ConfFiles.rendered(OutsideConf.class, "outside", FILES, this);
  }
}
