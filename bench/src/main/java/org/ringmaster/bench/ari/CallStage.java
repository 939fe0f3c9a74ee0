// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

/** The places that an arriving caller passes on the way to the answer, in their order. */
enum CallStage {
  /** Its frame has been read from the socket. */
  READ("read from the socket"),
  /** It lies in the ring. */
  OFFERED("frame scanned, input in the ring"),
  /** The kernel has begun with it. */
  TAKEN("taken by the kernel"),
  /** The kernel is done with it. */
  DECIDED("decided"),
  /** The journal has begun with it. */
  WRITING("taken by the journal"),
  /** Its facts are about to be synced. */
  WRITTEN("facts and input encoded"),
  /** Its facts are on the disk. */
  SYNCED("synced"),
  /** The command that answers it has been handed to the node. */
  HANDED("command handed to the node"),
  /** The command's frame has been given to the system. */
  SENT("written to the socket"),
  /** Asterisk has said that it is answered. */
  ANSWERED("answered by Asterisk");

  final String words;

  CallStage(String words) {
    this.words = words;
  }
}
