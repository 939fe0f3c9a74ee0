// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.ringmaster.dialer.load.MappedColumn;
import org.ringmaster.dialer.store.Audience;
import org.ringmaster.dialer.store.AudienceRows;
import org.ringmaster.dialer.store.PastAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people of an audience of the journey store. For the thread that imports. */
public final class JourneyRows implements RowSource {

  private static final Logger LOG = LoggerFactory.getLogger(JourneyRows.class);

  /** The state of a statement that was ended because its time was over. */
  static final String CANCELLED = "57014";

  private final Audience audience;
  private final UpToNow store;

  /** The journey store, once it has all that has happened. */
  @FunctionalInterface
  public interface UpToNow {
    /**
     * Waits a moment until the store has everything that is on the disk by now.
     *
     * @throws IllegalStateException where it is away or stays behind: the sentence for people
     */
    PastAttempts reader() throws InterruptedException;
  }

  JourneyRows(Audience audience, UpToNow store) {
    this.audience = audience;
    this.store = store;
  }

  @Override
  public List<MappedColumn> columns() {
    return AudienceRows.COLUMNS;
  }

  @Override
  public long write(OutputStream to, AudienceRows.Pace pace) throws IOException {
    try (Writer text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
      return new AudienceRows(store.reader()).csv(audience, text, pace);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("The platform stops.", e);
    } catch (SQLException e) {
      LOG.warn("the journey store did not answer: {}", e.getMessage());
      throw new IllegalArgumentException(
          CANCELLED.equals(e.getSQLState())
              ? "That takes too long: ask for a shorter time, or for one queue or campaign."
              : "The journey store does not answer now, and nothing was loaded: try again.",
          e);
    }
  }
}
