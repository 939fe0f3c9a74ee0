// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.generated.models.StasisStart;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ringmaster.aribridge.transport.AriAddress;

/** Two ways to answer callers with ari4java and to put them into a waiting room. */
final class Ari4JavaAnswerers implements AutoCloseable {
  private static final int THREADS = 8;

  private final Ari4Java client;
  private final WaitingRoom room;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private Ari4JavaAnswerers(AriAddress address, String app, WaitingRoom room) throws Exception {
    this.client = new Ari4Java(address, app);
    this.room = room;
  }

  /** As its own examples do it: the next request from within the callback. */
  static Ari4JavaAnswerers stock(AriAddress address, String app, WaitingRoom room)
      throws Exception {
    Ari4JavaAnswerers one = new Ari4JavaAnswerers(address, app, room);
    one.client.listen(
        message -> {
          if (message instanceof StasisStart start) {
            one.answer(start.getChannel().getId());
          }
        });
    return one;
  }

  /** As those do it who have met its limits: threads of their own, each waiting for its request. */
  static Ari4JavaAnswerers executor(AriAddress address, String app, WaitingRoom room)
      throws Exception {
    Ari4JavaAnswerers one = new Ari4JavaAnswerers(address, app, room);
    one.client.listen(
        message -> {
          if (message instanceof StasisStart start) {
            one.threads.execute(() -> one.answerAndWait(start.getChannel().getId()));
          }
        });
    return one;
  }

  private void answer(String channel) {
    try {
      client
          .ari()
          .channels()
          .answer(channel)
          .execute(new Ari4Java.Callback<Void>(done -> join(channel)));
    } catch (Exception refused) {
      // The caller stays unanswered, and is counted so.
      return;
    }
  }

  private void join(String channel) {
    try {
      client
          .ari()
          .bridges()
          .addChannel(room.id(), channel)
          .execute(new Ari4Java.Callback<Void>(done -> {}));
    } catch (Exception refused) {
      // What counts was the answer.
      return;
    }
  }

  private void answerAndWait(String channel) {
    try {
      client.ari().channels().answer(channel).execute();
      client.ari().bridges().addChannel(room.id(), channel).execute();
    } catch (Exception refused) {
      // The caller stays unanswered, and is counted so.
      return;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close();
  }
}
