// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import ch.loway.oss.ari4java.ARI;
import ch.loway.oss.ari4java.AriVersion;
import ch.loway.oss.ari4java.tools.ARIException;
import ch.loway.oss.ari4java.tools.HttpClient;
import ch.loway.oss.ari4java.tools.HttpParam;
import ch.loway.oss.ari4java.tools.HttpResponse;
import ch.loway.oss.ari4java.tools.HttpResponseHandler;
import ch.loway.oss.ari4java.tools.RestException;
import ch.loway.oss.ari4java.tools.WsClient;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriCounters;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.aribridge.transport.PipelinedHttpTransport;
import org.ringmaster.aribridge.transport.SocketTiming;

/**
 * ari4java's client parts on our transport: requests are pipelined and answered in any number at
 * once, events come in order on one thread. Any thread may ask; blocking calls are refused on the
 * event loop, where they would wait for themselves.
 */
public final class TypedAri implements HttpClient, WsClient {
  private static final int MAX_OUTSTANDING = 64;
  private static final int MAX_WAITING = 10_000;

  private final EventLoop loop;
  private final AriAddress address;
  private final AriCounters counters = new AriCounters();
  private final PipelinedHttpTransport transport;
  private final BinaryRequests binary;
  private @Nullable TypedEvents events;

  /** Makes the client parts; the connection for requests is opened at once. */
  public TypedAri(EventLoops loops, AriAddress address) {
    this.loop = loops.next();
    this.address = address;
    transport =
        new PipelinedHttpTransport(
            loop, address, SocketTiming.DEFAULT, counters, MAX_OUTSTANDING, MAX_WAITING);
    transport.start();
    binary = new BinaryRequests(address);
  }

  /**
   * An ari4java client over these parts; {@code cleanup()} on it closes them.
   *
   * @throws ARIException when ari4java will not have them
   */
  public ARI client(String app) throws ARIException {
    Leniency.ensure();
    ARI ari = new ARI();
    ari.setVersion(AriVersion.ARI_10_0_0);
    ari.setAppName(app);
    ari.setHttpClient(this);
    ari.setWsClient(this);
    return ari;
  }

  /** What the connections have seen. */
  public AriCounters counters() {
    return counters;
  }

  @Override
  public @Nullable String httpActionSync(
      String uri,
      String method,
      @Nullable List<HttpParam> query,
      @Nullable String body,
      @Nullable List<HttpResponse> errors)
      throws RestException {
    if (loop.inEventLoop()) {
      throw new RestException("A blocking request on the event loop would wait for itself");
    }
    CompletableFuture<AriAnswer> future = new CompletableFuture<>();
    AriRequest request = TypedRequests.request(method, uri, query, body);
    transport.send(request, future::complete);
    try {
      AriAnswer answer = future.get();
      if (!answer.ok()) {
        throw TypedRequests.failure(answer, errors);
      }
      return textOf(answer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RestException(interrupted);
    } catch (ExecutionException failure) {
      throw new RestException(failure);
    }
  }

  @Override
  public byte[] httpActionSyncAsBytes(
      String uri,
      String method,
      @Nullable List<HttpParam> query,
      @Nullable String body,
      @Nullable List<HttpResponse> errors)
      throws RestException {
    return binary.fetch(uri, method, query, body, errors);
  }

  @Override
  public void httpActionAsync(
      String uri,
      String method,
      @Nullable List<HttpParam> query,
      @Nullable String body,
      @Nullable List<HttpResponse> errors,
      HttpResponseHandler handler,
      boolean wantsBytes) {
    if (wantsBytes) {
      binary
          .fetchLater(uri, method, query, body, errors)
          .whenComplete(
              (bytes, failure) -> {
                if (failure == null) {
                  handler.onSuccess(bytes);
                } else {
                  handler.onFailure(failure);
                }
              });
      return;
    }
    transport.send(
        TypedRequests.request(method, uri, query, body),
        answer -> {
          handler.onResponseReceived();
          if (answer.ok()) {
            handler.onSuccess(textOf(answer));
          } else {
            handler.onFailure(TypedRequests.failure(answer, errors));
          }
        });
  }

  private static @Nullable String textOf(AriAnswer answer) {
    return answer.body().isEmpty() ? null : answer.body();
  }

  @Override
  public synchronized WsClientConnection connect(
      HttpResponseHandler callback, String url, List<HttpParam> query) throws RestException {
    TypedEvents before = events;
    if (before != null) {
      before.close();
    }
    TypedEvents made = new TypedEvents(loop, address, query, counters, callback);
    events = made;
    made.start();
    return made::close;
  }

  @Override
  public synchronized boolean isWsConnected() {
    return events != null && events.isUp();
  }

  @Override
  public synchronized void destroy() {
    if (events != null) {
      events.close();
    }
    transport.close();
    binary.close();
  }
}
