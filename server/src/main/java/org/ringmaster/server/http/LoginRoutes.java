// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ringmaster.server.config.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging in and out. Passwords are checked on one thread of its own, a few at a time, so that
 * guessing costs the guesser and nobody else; a wrong one is answered a second later.
 */
final class LoginRoutes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoginRoutes.class);
  private static final int MAX_WAITING = 16;
  private static final long WRONG_DELAY_MILLIS = 1_000;

  private final Users users;
  private final Sessions sessions;
  private final long maxSessionMillis;
  private final LoginGate gate;
  private final ThreadPoolExecutor checker =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("password-check").factory());
  private final Executor aSecondLater =
      CompletableFuture.delayedExecutor(WRONG_DELAY_MILLIS, TimeUnit.MILLISECONDS);

  LoginRoutes(Users users, Sessions sessions, long maxSessionMillis, LongSupplier clockMillis) {
    this.users = users;
    this.sessions = sessions;
    this.maxSessionMillis = maxSessionMillis;
    this.gate = new LoginGate(clockMillis);
  }

  List<Route> routes() {
    return List.of(
        Route.later("POST", "/api/login", null, this::login),
        Route.now("POST", "/api/logout", Role.VIEWER, this::logout),
        Route.get("/api/me", Role.VIEWER, asked -> me(asked.who())));
  }

  private CompletionStage<Reply> login(WebRequest asked) {
    String name = Objects.requireNonNullElse(asked.text("name"), "");
    String password = Objects.requireNonNullElse(asked.text("password"), "");
    String address = asked.from().getHostAddress();
    if (!gate.isOpen(address, name)) {
      return CompletableFuture.completedFuture(
          Reply.error(429, "Too many wrong passwords: try again in a minute.")
              .with("retry-after", "60"));
    }
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    try {
      checker.execute(() -> check(asked, name, password, answer));
    } catch (RejectedExecutionException e) {
      answer.complete(
          Reply.error(503, "Too many logins at once: try again.").with("retry-after", "2"));
    }
    return answer;
  }

  private void check(
      WebRequest asked, String name, String password, CompletableFuture<Reply> answer) {
    try {
      User user = users.check(name, password);
      if (user == null) {
        gate.wrong(asked.from().getHostAddress(), name);
        LOG.warn("Wrong name or password from {}", asked.from().getHostAddress());
        answer.completeAsync(() -> Reply.error(401, "Name or password are wrong."), aSecondLater);
      } else {
        String cookie =
            Access.cookieWith(sessions.begin(user), maxSessionMillis, asked.encrypted());
        answer.complete(me(user).with("set-cookie", cookie));
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private Reply logout(WebRequest asked) {
    if (asked.session() != null) {
      sessions.end(asked.session());
    }
    return me(asked.who()).with("set-cookie", Access.cookieWith("", 0, asked.encrypted()));
  }

  private static Reply me(User user) {
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("name", user.name());
          out.writeStringField("role", BoardJson.word(user.role()));
          out.writeStringField("agent", user.agent() == null ? null : user.agent().value());
          out.writeEndObject();
        });
  }

  @Override
  public void close() {
    checker.shutdownNow();
  }
}
