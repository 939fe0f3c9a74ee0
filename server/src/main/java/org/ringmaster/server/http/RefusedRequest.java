// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import org.jspecify.annotations.Nullable;

/** A request that cannot be served; the message goes to the one who asked. */
final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int code;

  RefusedRequest(int code, String why, @Nullable Throwable cause) {
    super(why, cause, false, false);
    this.code = code;
  }

  Reply reply() {
    return Reply.error(code, String.valueOf(getMessage()));
  }
}
