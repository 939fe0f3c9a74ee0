// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ringmaster.aribridge.ami.AmiAdapter;
import org.ringmaster.aribridge.ami.AmiAddress;
import org.ringmaster.aribridge.ami.AmiListener;
import org.ringmaster.aribridge.ami.EndpointStatus;
import org.ringmaster.aribridge.cel.CelRow;
import org.ringmaster.aribridge.cel.CelWitness;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Registration;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.server.config.NodeSettings;

/**
 * What is told beside the calls: the channel event log of each node, as the second witness of how
 * legs ended, and its AMI, which knows the telephones. A node's log is read from its file where
 * that is on this machine, else through AMI.
 */
final class WitnessRoom implements AutoCloseable {

  private final Map<NodeId, CelWitness> witnesses = new ConcurrentHashMap<>();
  private final Map<NodeId, AmiAdapter> adapters = new LinkedHashMap<>();

  /** Makes nothing yet: nodes are added one by one. */
  WitnessRoom() {}

  /** Adds a node; it is listened to from {@link #start()} on. */
  void add(NodeSettings node, NodePlaces places, Inlet inlet) {
    Path file = places.celFile(node);
    AmiAddress ami = places.amiOf(node);
    if (file != null || ami != null) {
      witnesses.put(node.id(), new CelWitness(node.id(), file, inlet));
    }
    if (ami != null) {
      adapters.put(
          node.id(), new AmiAdapter(node.id(), ami, new Teller(inlet), file == null, zone(node)));
    }
  }

  /** The zone of the times that a node's AMI tells; the lab's runs on this machine. */
  private static ZoneId zone(NodeSettings node) {
    NodeSettings.Ami ami = node.ami();
    return ami == null ? ZoneId.systemDefault() : ami.zone();
  }

  void start() {
    witnesses.values().forEach(CelWitness::start);
    adapters.values().forEach(AmiAdapter::start);
  }

  /** Asks the node's witness how a leg ended; a node without one leaves the end as not seen. */
  void seek(CallCommand.SeekWitness command) {
    CelWitness witness = witnesses.get(command.node());
    if (witness != null) {
      witness.publish(command);
    }
  }

  /** Lets AMI tell all that it knows again, for trunks and telephones that are new. */
  void tellAgain() {
    adapters.values().forEach(AmiAdapter::tellAgain);
  }

  @Override
  public void close() {
    adapters.values().forEach(AmiAdapter::close);
    witnesses.values().forEach(CelWitness::close);
  }

  /** Hands what AMI tells to the kernel, and rows of the log to the node's witness. */
  private final class Teller implements AmiListener {
    private final Inlet inlet;

    Teller(Inlet inlet) {
      this.inlet = inlet;
    }

    @Override
    public void endpoint(NodeId node, EndpointStatus status) {
      Reach reach = status.reachable() ? Reach.REACHABLE : Reach.UNREACHABLE;
      tell(new CallInput.EndpointTold(node, status.endpoint(), reach, status.inUse()));
    }

    @Override
    public void registration(NodeId node, String registration, String state) {
      tell(new CallInput.RegistrationTold(node, registration, word(state)));
    }

    @Override
    public void connection(NodeId node, boolean up) {
      if (!up) {
        tell(new CallInput.EndpointsUnseen(node));
      }
    }

    @Override
    public void row(NodeId node, CelRow row) {
      CelWitness witness = witnesses.get(node);
      if (witness != null) {
        witness.take(row);
      }
    }

    private void tell(CallInput input) {
      inlet.offer(input, MicroClock.system().micros());
    }

    private static Registration word(String state) {
      return switch (state) {
        case "Registered" -> Registration.REGISTERED;
        case "Rejected", "Stopped" -> Registration.REJECTED;
        default -> Registration.UNREGISTERED;
      };
    }
  }
}
