// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * One part of the contact centre's judgement. {@link #decide} and {@link #react} record facts and
 * ask for commands and change nothing; only {@link #apply} changes state. Owned by the kernel
 * thread.
 */
public interface Decider extends Fold {

  /** Looks at an input. Inputs of others are passed over. */
  void decide(Input input, Decision decision);

  /** Looks at a fact that any decider has recorded within this input, after all have applied it. */
  void react(Fact fact, Decision decision);
}
