// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whole requests, one after the other. One per connection, on its event loop; while one is
 * being answered the next is not read.
 */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

  private static final Reply OTHER_HOST =
      Reply.error(
          421,
          "This is not known under that name: use an address, localhost, or a name that stands"
              + " under http.names in ringmaster.yaml.");

  private final Routes routes;
  private final StaticPages pages;
  private final HostNames hosts;
  private final Access access;
  private final RequestDeadline deadline;
  private final WebMetrics metrics;

  RequestHandler(
      Routes routes,
      StaticPages pages,
      HostNames hosts,
      Access access,
      RequestDeadline deadline,
      WebMetrics metrics) {
    super(false);
    this.routes = routes;
    this.pages = pages;
    this.hosts = hosts;
    this.access = access;
    this.deadline = deadline;
    this.metrics = metrics;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
    deadline.received();
    connection.channel().config().setAutoRead(false);
    try {
      if (request.decoderResult().isFailure()) {
        answer(connection, request, malformed(request.decoderResult().cause()), false);
      } else if (!hosts.isOurs(request.headers().get(HttpHeaderNames.HOST))) {
        answer(connection, request, OTHER_HOST, true);
      } else {
        serve(connection, request);
      }
    } catch (RefusedRequest refused) {
      answer(connection, request, refused.reply(), true);
    } catch (RuntimeException e) {
      LOG.error("A request to {} failed", request.method(), e);
      answer(connection, request, Reply.error(500, "This failed; the log says why."), true);
    } finally {
      ReferenceCountUtil.release(request);
    }
  }

  private static Reply malformed(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException e -> Reply.error(414, "The address is too long.");
      case TooLongHttpHeaderException e -> Reply.error(431, "The headers are too long.");
      default -> Reply.error(400, "This is no HTTP request.");
    };
  }

  private void serve(ChannelHandlerContext connection, FullHttpRequest request) {
    boolean head = request.method().equals(HttpMethod.HEAD);
    String method = head ? "GET" : request.method().name();
    QueryStringDecoder uri = decoded(request.uri());
    StaticPages.Page page = pages.at(uri.path());
    if (page != null) {
      answer(
          connection,
          request,
          method.equals("GET") ? fresh(page, request) : notAllowed(List.of("GET")),
          true);
      return;
    }
    Routes.FoundTakeover takeover = routes.findTakeover(uri.path());
    if (takeover != null) {
      if (!method.equals("GET") || head) {
        answer(connection, request, notAllowed(List.of("GET")), true);
      } else {
        WebRequest asked =
            asked(connection, request, takeover.takeover().role(), takeover.parts(), uri);
        takeover.takeover().take(connection, request, asked);
      }
      return;
    }
    Routes.Found found = routes.find(method, uri.path());
    if (found.route() == null) {
      boolean other = !found.allowed().isEmpty();
      answer(
          connection,
          request,
          other ? notAllowed(found.allowed()) : Reply.error(404, "There is nothing here."),
          true);
      return;
    }
    WebRequest asked = asked(connection, request, found.route().role(), found.parts(), uri);
    later(connection, request, found.route().serve().apply(asked));
  }

  /** The address, decoded whole at once: a broken escape is told to whoever has sent it. */
  private static QueryStringDecoder decoded(String address) {
    QueryStringDecoder uri = new QueryStringDecoder(address);
    try {
      Objects.requireNonNull(uri.path());
      Objects.requireNonNull(uri.parameters());
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(
          400, "In this address two hexadecimal digits must follow each percent sign.", null);
    }
    return uri;
  }

  private static Reply fresh(StaticPages.Page page, FullHttpRequest request) {
    String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
    return page.tag().equals(known)
        ? new Reply(304, page.reply().type(), new byte[0], page.reply().headers())
        : page.reply();
  }

  private static Reply notAllowed(List<String> allowed) {
    return Reply.error(405, "Only " + String.join(", ", allowed) + " is possible here.")
        .with("allow", String.join(", ", allowed));
  }

  /** The request with its asker, who is allowed to ask it. */
  private WebRequest asked(
      ChannelHandlerContext connection,
      FullHttpRequest request,
      @Nullable Role role,
      Map<String, String> parts,
      QueryStringDecoder uri) {
    boolean changes =
        !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
    if (changes && !Access.isSameSite(request.headers())) {
      throw new RefusedRequest(403, "Another site may not ask this.", null);
    }
    Access.Asker asker = role == null ? null : access.asker(request.headers());
    if (role != null && asker == null) {
      throw new RefusedRequest(401, "Log in first.", null);
    }
    if (role != null && asker != null && !asker.user().may(role)) {
      throw new RefusedRequest(403, asker.user().name() + " may not do this.", null);
    }
    return new WebRequest(
        asker == null ? null : asker.user(),
        asker == null ? null : asker.session(),
        parts,
        uri.parameters(),
        ByteBufUtil.getBytes(request.content()),
        "https".equals(request.headers().get("x-forwarded-proto")),
        from(connection, request));
  }

  /** Where it comes from; a proxy on this machine is believed about whom it serves. */
  private static InetAddress from(ChannelHandlerContext connection, FullHttpRequest request) {
    InetAddress peer = ((InetSocketAddress) connection.channel().remoteAddress()).getAddress();
    String named = request.headers().get("x-forwarded-for");
    if (named == null || !peer.isLoopbackAddress()) {
      return peer;
    }
    String last = named.substring(named.lastIndexOf(',') + 1).strip();
    InetAddress client = NetUtil.createInetAddressFromIpAddressString(last);
    return client == null ? peer : client;
  }

  private void later(
      ChannelHandlerContext connection, FullHttpRequest request, CompletionStage<Reply> stage) {
    boolean keep = HttpUtil.isKeepAlive(request);
    boolean head = request.method().equals(HttpMethod.HEAD);
    stage.whenCompleteAsync(
        (reply, failure) ->
            write(connection, failure == null ? reply : failed(failure), keep, head),
        connection.executor());
  }

  private static Reply failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RefusedRequest refused) {
      return refused.reply();
    }
    if (cause instanceof TimeoutException) {
      return Reply.error(504, "The kernel did not answer in time; the request may still be done.");
    }
    LOG.error("A request failed", cause);
    return Reply.error(500, "This failed; the log says why.");
  }

  private void answer(
      ChannelHandlerContext connection, FullHttpRequest request, Reply reply, boolean sound) {
    boolean keep = sound && HttpUtil.isKeepAlive(request);
    write(connection, reply, keep, request.method().equals(HttpMethod.HEAD));
  }

  private void write(ChannelHandlerContext connection, Reply reply, boolean keep, boolean head) {
    metrics.answered(reply.code());
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.code()),
            head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body()));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, reply.type());
    if (reply.code() != 304) {
      response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
    }
    if (reply.code() == 401) {
      response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    for (int i = 0; i < reply.headers().size(); i += 2) {
      response.headers().set(reply.headers().get(i), reply.headers().get(i + 1));
    }
    Hardening.apply(response.headers());
    HttpUtil.setKeepAlive(response, keep);
    if (keep) {
      connection.writeAndFlush(response);
      deadline.answered(connection);
      connection.channel().config().setAutoRead(true);
    } else {
      connection.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
    LOG.debug("A connection failed", cause);
    connection.close();
  }
}
