// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.List;

/**
 * An Asterisk of the user's own. Nothing is ever written to it; {@link #linesToAdd()} says what its
 * owner adds.
 *
 * @param node its name in Ringmaster's configuration
 * @param address the address its web server and AMI are to listen on
 * @param httpPort its web server's port
 * @param amiPort its AMI port
 * @param ari the ARI user's name; its secret is the owner's business and stands nowhere here
 * @param ami the AMI user's name
 * @param from the address Ringmaster comes from
 * @param celFile where CEL is to be written
 * @param numbers the numbers callers dial
 * @param fallbackQueues the queues for while Ringmaster is away
 */
public record OwnAsterisk(
    ConfName node,
    HostAddress address,
    int httpPort,
    int amiPort,
    ConfName ari,
    ConfName ami,
    HostAddress from,
    String celFile,
    List<InboundNumber> numbers,
    List<FallbackQueue> fallbackQueues) {

  private static final List<String> FILES =
      List.of(
          "asterisk.conf",
          "http.conf",
          "ari.conf",
          "manager.conf",
          "pjsip.conf",
          "extensions.conf",
          "queues.conf",
          "musiconhold.conf",
          "cel.conf",
          "cel_custom.conf",
          "cdr.conf");

  /** Copies the lists. */
  public OwnAsterisk {
    numbers = List.copyOf(numbers);
    fallbackQueues = List.copyOf(fallbackQueues);
  }

  /** The lines to add, by file name below {@code /etc/asterisk}. Secrets read {@code SECRET}. */
  public ConfFiles linesToAdd() {
    return ConfFiles.fill(OwnAsterisk.class, "own", FILES, this);
  }

  /** Word of the templates. */
  List<FallbackRoute> routes() {
    return FallbackRoute.of(numbers, fallbackQueues);
  }
}
