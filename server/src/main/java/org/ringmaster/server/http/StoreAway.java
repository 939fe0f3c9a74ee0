// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import org.jspecify.annotations.Nullable;

/** What to throw where the journey store cannot be asked now; answered with 503. */
public final class StoreAway {

  private StoreAway() {}

  /** The store cannot be asked because of this. */
  public static RuntimeException because(String why, @Nullable Throwable cause) {
    return new RefusedRequest(503, "The journey store cannot be asked: " + why + ".", cause);
  }
}
