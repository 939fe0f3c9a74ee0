// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.ConsentRow;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.journey.NumberPrefix;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.server.config.Role;

/** Which numbers must not be called. Who asked is in the facts. */
final class ConsentRoutes {

  /** Makes the input of a request. */
  @FunctionalInterface
  private interface Wish {
    Input of(Personal number, ConsentScope scope, Author author);
  }

  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()./-]{5,32}");

  private final Boards boards;
  private final Requests requests;
  private final ConsentCheck check;

  ConsentRoutes(Boards boards, Requests requests, ConsentCheck check) {
    this.boards = boards;
    this.check = check;
    this.requests = requests;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/dnc", Role.SUPERVISOR, asked -> all()),
        Route.get(
            "/api/dnc/check",
            Role.SUPERVISOR,
            asked -> check.of(number(asked.first("number", ""), false))),
        Route.later(
            "POST",
            "/api/dnc/add",
            Role.SUPERVISOR,
            asked -> serve(asked, JourneyInput.Forbid::new)),
        Route.later(
            "POST",
            "/api/dnc/remove",
            Role.SUPERVISOR,
            asked -> serve(asked, JourneyInput.Permit::new)));
  }

  private CompletionStage<Reply> serve(WebRequest asked, Wish wish) {
    String author = asked.who().name();
    return requests
        .ask(wish.of(number(asked.text("number"), true), scope(asked), new Author(author)), author)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenApply(AgentRoutes::reply);
  }

  private static Personal number(@Nullable String text, boolean orPrefix) {
    boolean isPrefix = orPrefix && text != null && NumberPrefix.of(text) != NumberPrefix.NONE;
    if (text == null || !isPrefix && !NUMBER.matcher(text).matches()) {
      throw new RefusedRequest(
          400,
          "'number' must be a telephone number, such as +4930123456"
              + (orPrefix ? ", or what numbers begin with, such as +1900*." : "."),
          null);
    }
    return new Personal(text.replaceAll("[ ()./-]", ""));
  }

  private static ConsentScope scope(WebRequest asked) {
    String text = asked.text("scope");
    if (text == null) {
      return ConsentScope.ANY;
    }
    for (ConsentScope scope : ConsentScope.values()) {
      if (BoardJson.word(scope).equals(text.toLowerCase(Locale.ROOT))) {
        return scope;
      }
    }
    throw new RefusedRequest(
        400,
        "'scope' must be one of "
            + String.join(", ", Arrays.stream(ConsentScope.values()).map(BoardJson::word).toList())
            + ".",
        null);
  }

  private Reply all() {
    return Reply.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("numbers");
          for (ConsentRow row : boards.consents().rows()) {
            out.writeStartObject();
            out.writeStringField("number", row.address().text());
            out.writeStringField("scope", BoardJson.word(row.scope()));
            out.writeStringField("by", row.author().value());
            out.writeNumberField("sinceMillis", row.sinceMicros() / MICROS_PER_MILLI);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
