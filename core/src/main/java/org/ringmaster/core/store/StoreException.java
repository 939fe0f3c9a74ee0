// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

/** The journey store cannot be had as it is set up; the message says what to do about it. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for whoever runs the platform. */
  public StoreException(String message) {
    super(message);
  }

  /** With a sentence for whoever runs the platform, and what lies below it. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
