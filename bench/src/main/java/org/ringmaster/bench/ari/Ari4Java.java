// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.ARI;
import ch.loway.oss.ari4java.AriFactory;
import ch.loway.oss.ari4java.AriVersion;
import ch.loway.oss.ari4java.generated.models.Message;
import ch.loway.oss.ari4java.tools.ARIException;
import ch.loway.oss.ari4java.tools.AriCallback;
import ch.loway.oss.ari4java.tools.RestException;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAddress;

/** ari4java as it comes, with its own transport. */
final class Ari4Java implements AutoCloseable {
  private static final long UP_MILLIS = 10_000;

  private static final long CLOSE_MILLIS = 500;

  private final ARI ari;

  Ari4Java(AriAddress address, String app) throws ARIException, URISyntaxException {
    String url = "http://" + address.host() + ":" + address.port() + "/";
    ari =
        AriFactory.nettyHttp(
            url, address.user(), address.password(), AriVersion.ARI_10_0_0, app, false);
  }

  ARI ari() {
    return ari;
  }

  /** Listens to the application's events, on whichever of its threads it chooses. */
  void listen(Consumer<Message> events) throws ARIException, InterruptedException {
    ari.events().eventWebsocket(ari.getAppName()).execute(new Callback<>(events));
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UP_MILLIS);
    while (!isHeard()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("ari4java did not connect");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** It says that it is connected before Asterisk knows of it, so Asterisk is asked. */
  private boolean isHeard() throws ARIException {
    if (!ari.isWsConnected()) {
      return false;
    }
    try {
      ari.applications().get(ari.getAppName()).execute();
      return true;
    } catch (RestException unknown) {
      return false;
    }
  }

  /** Its end waits for requests that are stuck, up to minutes: it is waited for a little only. */
  @Override
  public void close() {
    Thread ending = Thread.ofPlatform().daemon().start(ari::cleanup);
    try {
      ending.join(CLOSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A callback that minds successes only; what fails is missing from what is counted. */
  record Callback<T>(Consumer<T> successes) implements AriCallback<T> {
    @Override
    public void onSuccess(@Nullable T result) {
      successes.accept(result);
    }

    @Override
    public void onFailure(RestException failure) {}
  }
}
