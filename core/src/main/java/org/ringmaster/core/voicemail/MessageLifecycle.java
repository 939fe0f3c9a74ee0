// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import org.ringmaster.core.kernel.StateTable;

/** The life of a message as a table: it ends exactly once. */
public final class MessageLifecycle {

  /** From the greeting to the end. */
  public static final StateTable<MessageState> TABLE =
      new StateTable<>("message", MessageState.GREETED)
          .arrow(MessageState.GREETED, VoicemailFact.SpeakingBegan.class, MessageState.SPEAKING)
          .arrow(MessageState.GREETED, VoicemailFact.NotLeft.class, MessageState.OVER)
          .arrow(MessageState.SPEAKING, VoicemailFact.Left.class, MessageState.NEW)
          .arrow(MessageState.SPEAKING, VoicemailFact.NotLeft.class, MessageState.OVER)
          .arrow(MessageState.NEW, VoicemailFact.Heard.class, MessageState.HEARD)
          .arrow(MessageState.NEW, VoicemailFact.CalledBack.class, MessageState.CALLED_BACK)
          .arrow(MessageState.NEW, VoicemailFact.Done.class, MessageState.OVER)
          .arrow(MessageState.NEW, VoicemailFact.Deleted.class, MessageState.OVER)
          .arrow(MessageState.HEARD, VoicemailFact.CalledBack.class, MessageState.CALLED_BACK)
          .arrow(MessageState.HEARD, VoicemailFact.Done.class, MessageState.OVER)
          .arrow(MessageState.HEARD, VoicemailFact.Deleted.class, MessageState.OVER)
          .arrow(MessageState.CALLED_BACK, VoicemailFact.CalledBack.class, MessageState.CALLED_BACK)
          .arrow(MessageState.CALLED_BACK, VoicemailFact.Done.class, MessageState.OVER)
          .arrow(MessageState.CALLED_BACK, VoicemailFact.Deleted.class, MessageState.OVER);

  private MessageLifecycle() {}
}
