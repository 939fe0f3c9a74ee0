// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the body of a list that is sent to a file as it comes, however long it is; the request
 * goes on with the name of that file as its body. Only for those who may load lists: what others
 * send meets the limit for bodies like anything else. One per connection, on its event loop.
 */
final class UploadHandler extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(UploadHandler.class);
  private static final String PATH = "/api/lists";
  private static final long MOST_BYTES = 16L << 30;
  private static final long LOOK_EACH_BYTES = 16L << 20;

  private final Access access;
  private final HostNames hosts;
  private final Spools spools;
  private final RequestDeadline deadline;
  private @Nullable HttpRequest request;
  private @Nullable Path path;
  private @Nullable FileChannel file;
  private @Nullable String kept;
  private long nextLook;

  UploadHandler(Access access, HostNames hosts, Spools spools, RequestDeadline deadline) {
    this.access = access;
    this.hosts = hosts;
    this.spools = spools;
    this.deadline = deadline;
  }

  /** Whether a request sends a list, and its sender may. */
  private boolean isOurs(HttpRequest head) {
    String uri = head.uri();
    boolean fits = uri.equals(PATH) || uri.startsWith(PATH + "?");
    if (!fits || head.decoderResult().isFailure() || !head.method().equals(HttpMethod.POST)) {
      return false;
    }
    boolean here =
        hosts.isOurs(head.headers().get(HttpHeaderNames.HOST)) && Access.isSameSite(head.headers());
    Access.Asker asker = here ? access.asker(head.headers()) : null;
    return asker != null && asker.user().may(Role.SUPERVISOR);
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object message) throws IOException {
    if (message instanceof HttpRequest head) {
      forgetKept();
      if (isOurs(head)) {
        begin(connection, head);
      }
    }
    if (request == null) {
      connection.fireChannelRead(message);
      return;
    }
    try {
      if (message instanceof HttpContent content) {
        deadline.goesOn(connection);
        write(connection, content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(ChannelHandlerContext connection, HttpRequest head) throws IOException {
    Path opened = spools.open();
    request = head;
    path = opened;
    file = FileChannel.open(opened, StandardOpenOption.WRITE);
    nextLook = 0;
    if (HttpUtil.is100ContinueExpected(head)) {
      connection.writeAndFlush(
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
  }

  private void write(ChannelHandlerContext connection, HttpContent content) {
    HttpRequest head = request;
    FileChannel into = file;
    Path written = path;
    if (head == null || into == null || written == null) {
      return;
    }
    try {
      if (into.size() >= nextLook) {
        spools.checkRoom();
        nextLook = into.size() + LOOK_EACH_BYTES;
      }
      ByteBuf bytes = content.content();
      for (ByteBuffer part : bytes.nioBuffers()) {
        while (part.hasRemaining()) {
          into.write(part);
        }
      }
      if (into.size() > MOST_BYTES) {
        throw new IOException("a list may have " + (MOST_BYTES >> 30) + " GiB at most");
      }
    } catch (IOException e) {
      LOG.warn("a list that is being sent cannot be kept: {}", e.getMessage());
      stop();
      refuse(connection, e);
      return;
    }
    if (content instanceof LastHttpContent) {
      close(into);
      String name = spools.keep(written);
      kept = name;
      request = null;
      path = null;
      file = null;
      connection.fireChannelRead(
          new DefaultFullHttpRequest(
              head.protocolVersion(),
              head.method(),
              head.uri(),
              Unpooled.copiedBuffer(name, StandardCharsets.UTF_8),
              head.headers(),
              EmptyHttpHeaders.INSTANCE));
    }
  }

  private static void refuse(ChannelHandlerContext connection, IOException e) {
    Reply reply = Reply.error(507, "The list cannot be kept: " + e.getMessage() + ".");
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.INSUFFICIENT_STORAGE,
            Unpooled.wrappedBuffer(reply.body()));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, reply.type());
    response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
    Hardening.apply(response.headers());
    HttpUtil.setKeepAlive(response, false);
    connection.writeAndFlush(response).addListener(LateClose.OF_WHOM_SENDS_ON);
  }

  private static void close(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("a list that was sent cannot be closed: {}", e.getMessage());
    }
  }

  private void stop() {
    FileChannel open = file;
    Path written = path;
    request = null;
    file = null;
    path = null;
    if (open != null) {
      close(open);
    }
    if (written != null) {
      Spools.delete(written);
    }
  }

  private void forgetKept() {
    String name = kept;
    kept = null;
    if (name != null) {
      spools.forget(name);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    stop();
    forgetKept();
    connection.fireChannelInactive();
  }
}
