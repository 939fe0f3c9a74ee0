// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;

/** Tells where callers have been before. Any thread. */
public interface Callers {

  /**
   * A contact that somebody had with us.
   *
   * @param beganAtMillis epoch milliseconds
   * @param endedAtMillis epoch milliseconds; 0 while it lasts
   * @param outcome how it came out, as the store has it
   * @param queue where they waited
   * @param agent whom they talked with
   * @param disposition what the agent said it was
   * @param note what the agent wrote
   */
  record Contact(
      String medium,
      long beganAtMillis,
      long endedAtMillis,
      @Nullable String outcome,
      @Nullable String queue,
      @Nullable String agent,
      @Nullable String disposition,
      @Nullable String note) {}

  /**
   * The last contacts that the caller of a call had before it, the latest first; completed with a
   * {@link RefusedRequest} where nobody can tell now.
   */
  CompletableFuture<List<Contact>> contactsBefore(CallId call);
}
