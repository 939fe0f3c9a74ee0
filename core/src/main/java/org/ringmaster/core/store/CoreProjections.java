// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;

/** The core's own readings of the facts. */
public final class CoreProjections {

  private CoreProjections() {}

  /** New ones, to be used by one store. */
  public static List<Projection> all() {
    return List.of(
        new CallProjection(),
        new QueueProjection(),
        new AgentProjection(),
        new ConfigurationProjection(),
        new CallbackProjection(),
        new VoicemailProjection(),
        new JourneyProjection(),
        new DeskProjection(),
        new RecordingProjection(),
        new FileProjection(),
        new FigureProjection());
  }
}
