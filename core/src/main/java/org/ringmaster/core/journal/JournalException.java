// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be written, read or opened. The message names the file, the place in it and
 * what to do. After one from {@link Journal#append} or {@link Journal#sync} nothing may leave any
 * more: the kernel has to stop.
 */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do. */
  public JournalException(String message) {
    super(message);
  }

  /** Says what is wrong and what to do, with what went wrong below. */
  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
