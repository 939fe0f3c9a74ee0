// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import org.jspecify.annotations.Nullable;

/**
 * A record type that cannot be encoded, or bytes that are not what their name says. Never carries
 * personal text.
 */
public final class CodecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be encoded or read, and why. */
  public CodecException(String message) {
    super(message);
  }

  /** Says what cannot be encoded or read, and what went wrong below. */
  public CodecException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
