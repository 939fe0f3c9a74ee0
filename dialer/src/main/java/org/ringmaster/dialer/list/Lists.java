// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/**
 * Loads lists and takes them back. Rows never pass here: a file is read elsewhere and becomes a
 * segment, and one fact names it. Owned by the kernel thread.
 */
public final class Lists implements Decider {

  private static final char KIND = 'i';

  private final ListBooks books;
  private Function<String, @Nullable String> campaigns = name -> null;

  /** Lists whose leads are kept there. */
  public Lists(LeadSegments segments) {
    books = new ListBooks(segments);
  }

  /** What is loaded. */
  public ListBooks books() {
    return books;
  }

  /**
   * Whom to ask why a campaign takes no list now; to be said once.
   *
   * @param refusal of a campaign's name the reason as a sentence, or null where it takes one
   */
  public void asks(Function<String, @Nullable String> refusal) {
    campaigns = refusal;
  }

  /**
   * To be told when a campaign is over: the leads of its lists, and the numbers that it alone must
   * not call, are needed no more.
   */
  public void retire(String campaign, Decision decision) {
    for (LoadedList list : List.copyOf(books.lists())) {
      if (list.campaign().equals(campaign) && !list.retired()) {
        decision.record(new ListFact.ListRetired(list.list()));
      }
    }
  }

  /** To be told when a lead of a list is called: the first time ends the right to undo. */
  public void firstCalled(ListId list, Decision decision) {
    LoadedList found = books.list(list);
    if (found != null && !found.called()) {
      decision.record(new ListFact.FirstCalled(list));
    }
  }

  @Override
  public void decide(Input input, Decision decision) {
    switch (input) {
      case ListInput.Load in -> load(in, decision);
      case ListInput.Undo in -> undo(in, decision);
      default -> {}
    }
  }

  private void load(ListInput.Load in, Decision decision) {
    LoadedList same = books.ofSource(in.use(), in.campaign(), in.sourceSha256());
    String refusal = in.campaign().isEmpty() ? null : campaigns.apply(in.campaign());
    LoadedList missing = in.use() == ListUse.DIAL ? missingOf(in.campaign()) : null;
    if (in.use() == ListUse.DIAL && in.campaign().isEmpty()) {
      decision.refuse("A list that is dialled needs a campaign.");
    } else if (refusal != null) {
      decision.refuse(refusal);
    } else if (missing != null) {
      decision.refuse(isMissing(missing));
    } else if (same != null && !in.again()) {
      decision.refuse(
          "The same file is loaded already, as list "
              + same.list()
              + " ("
              + same.fileName()
              + ", "
              + same.leads()
              + " leads). Say 'again' if that is meant.");
    } else if (in.leads() == 0) {
      decision.refuse("None of the file's " + in.ledger().rows() + " rows could be loaded.");
    } else if (!in.ledger().addsUp() || in.ledger().loaded() != in.leads()) {
      decision.refuse("The ledger does not add up: " + in.ledger() + ".");
    } else if (!books.isOpen(in.sha256())) {
      decision.refuse("The segment " + in.sha256() + " is not there.");
    } else {
      ListId list = new ListId(decision.newId(KIND));
      decision.record(
          new ListFact.ListLoaded(
              list,
              in.use(),
              in.campaign(),
              in.sha256(),
              in.sourceSha256(),
              in.fileName(),
              in.leads(),
              in.ledger(),
              in.author()));
      decision.accept(list.value());
    }
  }

  private static String isMissing(LoadedList list) {
    boolean protects = list.use() == ListUse.DO_NOT_CALL;
    return "The file of "
        + (protects ? "do-not-call list " : "list ")
        + list.list()
        + " ("
        + list.fileName()
        + ") is missing or damaged: "
        + (protects ? "whom the campaign must not call" : "whom the campaign has already")
        + " cannot be known. Put the file back and start again, or take that list back.";
  }

  /** A list of the campaign, or one that protects from it, whose file cannot be read; or null. */
  private @Nullable LoadedList missingOf(String campaign) {
    for (LoadedList list : books.lists()) {
      boolean isOfIt =
          list.campaign().equals(campaign)
              || (list.use() == ListUse.DO_NOT_CALL && list.campaign().isEmpty());
      if (isOfIt && books.isMissing(list.list())) {
        return list;
      }
    }
    return null;
  }

  private void undo(ListInput.Undo in, Decision decision) {
    LoadedList list = books.list(in.list());
    if (list == null) {
      decision.refuse("No list " + in.list() + " is loaded.");
    } else if (list.called()) {
      decision.refuse("Leads of list " + in.list() + " were called already; pause the campaign.");
    } else {
      decision.record(new ListFact.ListUndone(list.list(), in.author()));
      decision.accept("List " + list.list() + " with " + list.leads() + " leads is taken back.");
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {}

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
