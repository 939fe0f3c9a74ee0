// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.NodeId;

/**
 * One Asterisk.
 *
 * @param lab whether the platform installs and runs it itself; else {@code ari} is there
 * @param celFile the file CEL is written to on this machine
 * @param recordings its folder of recordings, where that is on this machine
 */
public record NodeSettings(
    NodeId id,
    boolean lab,
    @Nullable Ari ari,
    @Nullable Ami ami,
    @Nullable Path celFile,
    @Nullable Path recordings) {

  /**
   * Its REST interface.
   *
   * @param url such as {@code http://192.0.2.5:8088/ari}
   */
  public record Ari(String url, String user, Secret secret) {}

  /**
   * Its manager interface.
   *
   * @param zone the time zone of the machine it runs on: AMI tells local times without a zone
   */
  public record Ami(String host, int port, String user, Secret secret, ZoneId zone) {}
}
