// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.talk.TalkBooks;

/**
 * Lets supervisors hear talks, speak to their agents, join in and take over, on the supervisor's
 * own telephone. Nothing of it is left when a talk is over. Owned by the kernel thread.
 */
public final class SupervisionControl implements Decider {

  private final SupervisionBooks books = new SupervisionBooks();
  private final Talks talks;
  private final Admittance admittance;
  private final Attendance attendance;

  /** Control over who hears the talks of {@code roster}'s agents. */
  public SupervisionControl(CallControl calls, Roster roster, Acd acd, TalkBooks talkBooks) {
    this.talks = new Talks(roster, acd, talkBooks);
    this.attendance = new Attendance(books, calls, roster, talks);
    this.admittance = new Admittance(books, calls, roster, talks);
  }

  /** All supervisors at talks now. */
  public SupervisionBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    switch (input) {
      case SupervisionInput.PolicyRead in -> {
        if (!in.policy().equals(books.policy())) {
          decision.record(new SupervisionPolicySet(in.policy()));
        }
      }
      case SupervisionInput.Attend in -> answer(attend(in, decision), decision);
      case SupervisionInput.Leave in -> answer(leave(in, decision), decision);
      default -> {}
    }
  }

  private static void answer(@Nullable String refusal, Decision decision) {
    if (refusal == null) {
      decision.accept("");
    } else {
      decision.refuse(refusal);
    }
  }

  private @Nullable String attend(SupervisionInput.Attend in, Decision decision) {
    Offer offer = talks.find(in.agent(), in.call());
    if (offer == null) {
      return talks.nothing(in.agent(), in.call());
    }
    Supervision own = own(offer, in.author().value());
    String refusal =
        own == null ? admittance.refusal(in, offer) : admittance.refusal(own, in.mode(), offer);
    if (refusal != null) {
      return refusal;
    }
    if (own == null) {
      attendance.ring(in, offer, admittance.telephone(in), decision);
    } else {
      attendance.enter(own, in.mode(), decision);
    }
    return null;
  }

  private @Nullable String leave(SupervisionInput.Leave in, Decision decision) {
    for (Supervision one : books.all()) {
      boolean isNamed =
          in.agent() == null ? one.call().equals(in.call()) : one.agent().equals(in.agent());
      if (isNamed && one.author().equals(in.author())) {
        attendance.end(one, SupervisionEnd.SUPERVISOR, decision);
        return null;
      }
    }
    return in.author()
        + " attends no talk of "
        + (in.agent() == null ? in.call() : in.agent())
        + ".";
  }

  private @Nullable Supervision own(Offer offer, String author) {
    for (Supervision one : books.at(offer.id())) {
      if (one.author().value().equals(author)) {
        return one;
      }
    }
    return null;
  }

  // What follows from facts.

  @Override
  public void react(Fact fact, Decision decision) {
    if (books.all().isEmpty()) {
      return;
    }
    switch (fact) {
      case CallFact.LegEntered entered -> {
        Supervision one = books.of(entered.leg());
        if (one != null) {
          attendance.entered(one, entered.leg(), decision);
        }
      }
      case CallFact.LegEnded ended -> legEnded(ended, decision);
      case CallFact.BridgeClosed closed -> {
        Supervision one = books.in(closed.bridge());
        if (one != null) {
          attendance.enter(one, one.mode(), decision);
        }
      }
      case AgentFact.TalkEnded ended -> {
        for (Supervision one : books.at(ended.offer())) {
          if (one.state() != SupervisionState.TAKEN_OVER) {
            attendance.end(one, SupervisionEnd.TALK_OVER, decision);
          }
        }
      }
      default -> {}
    }
  }

  private void legEnded(CallFact.LegEnded ended, Decision decision) {
    Supervision one = books.of(ended.leg());
    if (one == null) {
      return;
    }
    boolean isSeen = ended.source() == EndSource.SEEN;
    boolean isOwn = ended.leg().equals(one.leg());
    SupervisionEnd end = SupervisionEnd.LOST;
    if (isSeen && isOwn) {
      end =
          one.state() == SupervisionState.RINGING
              ? SupervisionEnd.NOT_ANSWERED
              : SupervisionEnd.SUPERVISOR;
    } else if (isSeen && !Attendance.isRefusal(ended.cause())) {
      end = SupervisionEnd.TALK_OVER; // The leg that was heard is ending too.
    }
    attendance.end(one, end, decision);
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
