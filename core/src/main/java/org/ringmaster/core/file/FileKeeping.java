// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/**
 * Sees to it that every recorded file comes from its node to our disk, however often that takes,
 * and writes down who used it and when it was deleted. It does not know what is in a file. Owned by
 * the kernel thread.
 */
public final class FileKeeping implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final long FIRST_WAIT_MICROS = 2_000_000;

  /**
   * So often a node must say that it has no such file, each time longer after the time before and
   * nothing else in between: one that has just come back may not have its disk yet.
   */
  private static final int MOST_ABSENCES = 4;

  /** A node may be asked for a file before it was told to record it: the ways there differ. */
  private static final String NOT_YET = "its node has no such file yet";

  private static final int MAX_DOUBLINGS = 8; // Then it is tried every eight and a half minutes.

  private final FileBooks books = new FileBooks();

  /** What is not kept yet. */
  public FileBooks books() {
    return books;
  }

  /**
   * Wants a file that is finished, or was never begun, to be kept. What came of it is told by
   * {@link FileFact.Kept} or {@link FileFact.NotThere}.
   *
   * @param keepMillis for how long from now; 0 for ever
   */
  public void want(RecordingId file, CallId call, NodeId node, long keepMillis, Decision decision) {
    if (books.wanted(file) != null) {
      return;
    }
    long expires = keepMillis == 0 ? 0 : decision.nowMicros() + keepMillis * MICROS_PER_MILLI;
    decision.record(new FileFact.Wanted(file, call, node, expires), decision.nowMicros());
    fetch(new WantedFile(file, node, call, expires, 0, 0, 0, 0), decision);
  }

  private static void fetch(WantedFile file, Decision decision) {
    decision.ask(
        new FileCommand.Fetch(file.node(), file.file(), file.call(), file.expiresMicros()));
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof FileInput fileInput)) {
      return;
    }
    switch (fileInput) {
      case FileInput.Fetched in -> fetched(in, decision);
      case FileInput.FetchFailed in -> {
        WantedFile file = books.wanted(in.file());
        if (file != null) {
          failed(file, in.why(), false, decision);
        }
      }
      case FileInput.NotThere in -> {
        WantedFile file = books.wanted(in.file());
        if (file != null) {
          absent(file, decision);
        }
      }
      case FileInput.FetchDue in -> {
        WantedFile file = books.wanted(in.file());
        if (file != null && file.tries() == in.tries()) {
          fetch(file, decision);
        }
      }
      case FileInput.Use in -> {
        decision.record(new FileFact.Used(in.file(), in.call(), in.use(), in.author()));
        decision.accept("");
      }
      case FileInput.Delete in -> {
        decision.record(new FileFact.Deleted(in.file(), in.call(), in.end(), in.author()));
        decision.accept("");
      }
    }
  }

  private void fetched(FileInput.Fetched in, Decision decision) {
    WantedFile file = books.wanted(in.file());
    if (file != null) {
      decision.record(
          new FileFact.Kept(file.file(), file.call(), in.sha256(), in.bytes(), in.lengthMillis()),
          decision.nowMicros());
      decision.ask(new FileCommand.Clear(file.node(), file.file()));
    }
  }

  private void absent(WantedFile file, Decision decision) {
    if (file.isFarEnough(decision.nowMicros()) && file.absences() + 1 >= MOST_ABSENCES) {
      decision.record(new FileFact.NotThere(file.file(), file.call()), decision.nowMicros());
    } else {
      failed(file, NOT_YET, true, decision);
    }
  }

  private void failed(WantedFile file, String why, boolean absent, Decision decision) {
    int tries = file.tries() + 1;
    decision.record(
        new FileFact.FetchFailed(file.file(), file.call(), tries, why, absent),
        decision.nowMicros());
    WantedFile now = Objects.requireNonNull(books.wanted(file.file()));
    // What its node says of it is asked again when the next answer counts, however often it failed.
    long wait =
        absent
            ? StrictMath.max(FIRST_WAIT_MICROS, now.countsAgainAtMicros() - decision.nowMicros())
            : FIRST_WAIT_MICROS << StrictMath.min(now.fails() - 1, MAX_DOUBLINGS);
    decision.remindAt(decision.nowMicros() + wait, new FileInput.FetchDue(file.file(), tries));
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      // What was asked for before may never have left.
      case EpochBegan began -> fetchAll(null, decision);
      case CallFact.NodeReconciled reconciled -> fetchAll(reconciled.node(), decision);
      default -> {}
    }
  }

  private void fetchAll(@Nullable NodeId node, Decision decision) {
    for (WantedFile file : List.copyOf(books.wanted())) {
      boolean isThere = node == null || (node.equals(file.node()) && file.tries() > 0);
      if (isThere) {
        fetch(file, decision);
      }
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
  }
}
