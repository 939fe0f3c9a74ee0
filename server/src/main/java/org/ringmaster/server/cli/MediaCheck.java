// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.server.config.NodeSettings;

/**
 * Whether voice gets through a node: packets of ours go into Asterisk through one leg and must come
 * out of it through another, both ways. Uses an application of its own, so that the platform and
 * its calls are not concerned, and removes all that it made.
 */
final class MediaCheck implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String APP = "ringmaster-doctor";
  private static final int ENOUGH_PERCENT = 95;
  private static final int BAD_REQUEST = 400;

  private final String what;
  private final NodeSettings.Ari ari;
  private final HostAddress here;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final CountDownLatch entered = new CountDownLatch(2);
  private final StringBuilder frame = new StringBuilder();
  private final String id = "doctor-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

  private MediaCheck(String node, NodeSettings.Ari ari, HostAddress here) {
    this.what = "rtp " + node;
    this.ari = ari;
    this.here = here;
  }

  /**
   * Measures one node.
   *
   * @param here the address from which we come to it
   */
  static Check check(String node, NodeSettings.Ari ari, HostAddress here) {
    return new MediaCheck(node, ari, here).measured();
  }

  private Check measured() {
    try (RtpProbe one = new RtpProbe(InetAddress.getByName(here.toString()));
        RtpProbe other = new RtpProbe(InetAddress.getByName(here.toString()))) {
      WebSocket socket = connect();
      try {
        return through(one, other);
      } finally {
        List.of("channels/" + id + "-1", "channels/" + id + "-2", "bridges/" + id)
            .forEach(this::delete);
        socket.abort();
      }
    } catch (IOException | ExecutionException | CompletionException | TimeoutException e) {
      return Check.warn(what, "not measured: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.warn(what, "not measured: interrupted");
    }
  }

  private WebSocket connect() throws InterruptedException, ExecutionException, TimeoutException {
    String key =
        URLEncoder.encode(ari.user() + ":" + ari.secret().reveal(), StandardCharsets.UTF_8);
    URI events =
        URI.create(base().replaceFirst("^http", "ws") + "/events?app=" + APP + "&api_key=" + key);
    return client
        .newWebSocketBuilder()
        .buildAsync(events, this)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private Check through(RtpProbe one, RtpProbe other) throws IOException, InterruptedException {
    InetSocketAddress first = leg(id + "-1", one);
    InetSocketAddress second = leg(id + "-2", other);
    if (first == null || second == null || !entered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      return Check.warn(
          what,
          "not measured: no leg for media can be made",
          "load = chan_rtp.so   ; in modules.conf");
    }
    send("POST", "bridges/" + id + "?type=mixing");
    send("POST", "bridges/" + id + "/addChannel?channel=" + id + "-1," + id + "-2");
    RtpProbe.exchange(one, first, other, second);
    return judged(
        what, here, one.heard() + other.heard(), 2 * RtpProbe.PACKETS, other.medianMicros());
  }

  /** What so many packets mean. */
  static Check judged(String what, HostAddress here, int heard, int sent, long medianMicros) {
    String came = heard + " of " + sent + " packets came through";
    if (heard * 100 >= sent * ENOUGH_PERCENT) {
      return Check.ok(what, came + ", half of them within " + medianMicros / 1_000.0 + " ms");
    }
    String[] fix = {
      "rtpstart = 10000   ; in rtp.conf [general], with rtpend: let these UDP ports through the"
          + " firewall, from and to "
          + here,
      "external_media_address = (the address others see)   ; in pjsip.conf, in the transport, where"
          + " Asterisk is behind NAT",
    };
    return heard == 0 ? Check.fail(what, came, fix) : Check.warn(what, came, fix);
  }

  /** Makes a leg whose media goes to a probe; where it takes media itself, or null if it fails. */
  private @Nullable InetSocketAddress leg(String leg, RtpProbe probe)
      throws IOException, InterruptedException {
    HttpResponse<String> made =
        send(
            "POST",
            "channels/externalMedia?channelId="
                + leg
                + "&app="
                + APP
                + "&format=ulaw&external_host="
                + here
                + ":"
                + probe.port());
    if (made.statusCode() >= BAD_REQUEST) {
      return null;
    }
    JsonNode variables = JSON.readTree(made.body()).path("channelvars");
    int port = variables.path("UNICASTRTP_LOCAL_PORT").asInt();
    return port == 0 ? null : new InetSocketAddress(URI.create(ari.url()).getHost(), port);
  }

  private void delete(String thing) {
    try {
      send("DELETE", thing);
    } catch (IOException e) {
      // What cannot be removed now ends with Asterisk; the check has its answer.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String base() {
    return ari.url().replaceAll("/+$", "");
  }

  private HttpResponse<String> send(String method, String route)
      throws IOException, InterruptedException {
    String login = ari.user() + ":" + ari.secret().reveal();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(URI.create(base() + "/" + route))
            .header("Authorization", "Basic " + basic)
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    frame.append(text);
    if (last) {
      if (frame.indexOf("\"StasisStart\"") >= 0) {
        entered.countDown();
      }
      frame.setLength(0);
    }
    from.request(1);
    return null;
  }
}
