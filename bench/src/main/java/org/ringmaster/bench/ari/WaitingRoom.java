// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import org.ringmaster.aribridge.transport.AriAddress;

/** A holding bridge with quiet music, as the platform opens one for its waiting callers. */
record WaitingRoom(String id) {
  /** What the platform asks Asterisk not to send, asked for by the raw ones too. */
  static String filter(String app) {
    String[] types = {
      "ChannelVarset",
      "ChannelDialplan",
      "ChannelCreated",
      "ChannelCallerId",
      "ChannelConnectedLine",
      "Dial",
      "BridgeCreated"
    };
    String unwanted = "{\"type\":\"" + String.join("\"},{\"type\":\"", types) + "\"}";
    return RawSocket.request(
        "1", "PUT", "applications/" + app + "/eventFilter", "{\"disallowed\":[" + unwanted + "]}");
  }

  /** Opens one. */
  static WaitingRoom open(BenchEdge edge, String id) throws IOException {
    return open(edge.address(), id);
  }

  /** Opens one at this address. */
  static WaitingRoom open(AriAddress address, String id) throws IOException {
    WaitingRoom room = new WaitingRoom(id);
    // One socket for both: what a second one asks, before Asterisk has seen the first one go, may
    // never be answered.
    try (RawSocket socket = new RawSocket(address, "rooms")) {
      socket.ask("POST", "bridges/" + id + "?type=holding");
      room.plays(socket);
    }
    return room;
  }

  /** Lets it play again: Asterisk takes the music out of a room that everybody has left. */
  void plays(AriAddress address) throws IOException {
    try (RawSocket socket = new RawSocket(address, "rooms")) {
      plays(socket);
    }
  }

  private void plays(RawSocket socket) throws IOException {
    socket.ask("POST", "bridges/" + id + "/moh?mohClass=quiet");
  }
}
