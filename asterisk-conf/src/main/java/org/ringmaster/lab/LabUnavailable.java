// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/** The lab cannot run on this machine; the message is a sentence that says what to do. */
public final class LabUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LabUnavailable(String sentence) {
    super(sentence);
  }

  LabUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
