// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.concurrent.CompletableFuture;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

/** Where requests that change something go. Used by any thread; never blocks. */
public interface Requests {

  /**
   * Hands a request to the kernel.
   *
   * @param author the name of the user who asks
   */
  CompletableFuture<Answer> ask(Input input, String author);
}
