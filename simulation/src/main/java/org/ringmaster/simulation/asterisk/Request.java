// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;

/** A request to Asterisk: a command's, or one that the connection itself needs. */
final class Request {

  enum Kind {
    COMMAND,
    SUBSCRIPTION,
    EVENT_FILTER,
    INTRODUCTION,
    CHANNELS,
    BRIDGES
  }

  final Kind kind;
  final @Nullable CallCommand command;
  final @Nullable LegId leg;
  final long deadlineMicros;
  final Consumer<Answered> reply;
  boolean done;

  private Request(
      Kind kind,
      @Nullable CallCommand command,
      @Nullable LegId leg,
      long deadlineMicros,
      Consumer<Answered> reply) {
    this.kind = kind;
    this.command = command;
    this.leg = leg;
    this.deadlineMicros = deadlineMicros;
    this.reply = reply;
  }

  static Request of(CallCommand command, long deadlineMicros, Consumer<Answered> reply) {
    return new Request(Kind.COMMAND, command, null, deadlineMicros, reply);
  }

  static Request of(Kind kind, long deadlineMicros, Consumer<Answered> reply) {
    return new Request(kind, null, null, deadlineMicros, reply);
  }

  static Request subscription(LegId leg, long deadlineMicros, Consumer<Answered> reply) {
    return new Request(Kind.SUBSCRIPTION, null, leg, deadlineMicros, reply);
  }

  /** What faults see of it. */
  Object shown() {
    return command != null && kind == Kind.COMMAND ? command : kind.name();
  }

  void answer(Answered answer) {
    if (!done) {
      done = true;
      reply.accept(answer);
    }
  }
}
