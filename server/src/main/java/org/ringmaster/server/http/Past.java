// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ringmaster.core.history.History;
import org.ringmaster.core.history.PastBoards;
import org.ringmaster.core.history.PastCalls;
import org.ringmaster.core.history.PastRecordings;
import org.ringmaster.dialer.store.PastAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past, as far as there is a journey store to ask.
 *
 * @param readers empty while there is no store
 * @param threads on which is read, so that no event loop waits
 * @param nowMicros the clock, epoch microseconds
 */
public record Past(
    Supplier<Optional<Readers>> readers, Executor threads, ZoneId zone, LongSupplier nowMicros) {
  private static final Logger LOG = LoggerFactory.getLogger(Past.class);

  /** The state of a statement that was ended because its time was over. */
  private static final String CANCELLED = "57014";

  /** What reads a store. */
  public record Readers(
      History history,
      PastCalls calls,
      PastBoards boards,
      PastRecordings recordings,
      PastAttempts attempts) {}

  /** An answer that is read from the store. */
  @FunctionalInterface
  interface Question {
    /** The answer. */
    Reply ask(Readers readers) throws SQLException;
  }

  /** Reads on another thread; says so where the store is away. */
  CompletionStage<Reply> read(Question question) {
    Optional<Readers> now = readers.get();
    if (now.isEmpty()) {
      return CompletableFuture.completedFuture(
          Reply.error(503, "The journey store is not there: ./ringmaster doctor says why."));
    }
    try {
      return CompletableFuture.supplyAsync(() -> answer(question, now.get()), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(
          Reply.error(503, "Too many ask for the past just now; try again in a moment."));
    }
  }

  private static Reply answer(Question question, Readers readers) {
    try {
      return question.ask(readers);
    } catch (RefusedRequest refused) {
      return refused.reply();
    } catch (History.TooManyLines e) {
      return Reply.error(400, String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      LOG.warn("the journey store did not answer: {}", e.getMessage());
      return refusal(e).reply();
    }
  }

  /** What is said of a question that the store has not answered. */
  static RefusedRequest refusal(SQLException e) {
    return CANCELLED.equals(e.getSQLState())
        ? new RefusedRequest(504, "That takes too long: ask for a shorter time.", e)
        : new RefusedRequest(503, "The journey store does not answer now.", e);
  }
}
