// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.SocketTiming;
import org.ringmaster.core.call.NodeId;

/**
 * One Asterisk and how we speak with it.
 *
 * @param app the Stasis application that the dialplan names; bulk sockets add {@code -bulk-N}
 * @param bulkSockets how many sockets more there are for originates in bulk
 * @param path how requests travel
 * @param maxOutstanding how many requests may be under way on one connection
 * @param maxWaiting how many may wait behind them
 * @param commandMillis how long a command's answer is waited for
 * @param quietMusicClass the music class of silence, for rooms without music
 */
public record NodeSettings(
    NodeId node,
    AriAddress address,
    String app,
    int bulkSockets,
    RequestPath path,
    SocketTiming timing,
    int maxOutstanding,
    int maxWaiting,
    long commandMillis,
    String quietMusicClass) {

  /** How requests travel. */
  public enum RequestPath {
    /** Over the event WebSocket: Asterisk 22.4, 21.9, 20.14 and later. */
    WEBSOCKET,
    /** Over pipelined HTTP: any Asterisk. */
    HTTP,
    /** Whichever the Asterisk can, asked at each connect. */
    AUTO
  }

  /** The usual settings for an Asterisk on a near network. */
  public static NodeSettings of(NodeId node, AriAddress address) {
    return new NodeSettings(
        node,
        address,
        "ringmaster",
        1,
        RequestPath.AUTO,
        SocketTiming.DEFAULT,
        64,
        10_000,
        5_000,
        "quiet");
  }

  /** The same with requests travelling another way. */
  public NodeSettings over(RequestPath other) {
    return new NodeSettings(
        node,
        address,
        app,
        bulkSockets,
        other,
        timing,
        maxOutstanding,
        maxWaiting,
        commandMillis,
        quietMusicClass);
  }

  /** The same with other waits and limits. */
  public NodeSettings timed(SocketTiming otherTiming, long otherCommandMillis) {
    return new NodeSettings(
        node,
        address,
        app,
        bulkSockets,
        path,
        otherTiming,
        maxOutstanding,
        maxWaiting,
        otherCommandMillis,
        quietMusicClass);
  }
}
