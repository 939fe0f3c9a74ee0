// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.simulation.asterisk.Greeting;
import org.ringmaster.simulation.asterisk.Line;
import org.ringmaster.simulation.asterisk.Party;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;

/** An agent at their desk: a page, a telephone, and habits. */
public final class DeskAgent implements Line, Party {

  private static final PauseReason BREAK = new PauseReason("break");
  private static final long LOOK_MICROS = 30_000_000;
  private static final long SELF_ANSWER_MICROS = 200_000;

  private final Agenda agenda;
  private final Draws draws;
  private final SimulatedAsterisk asterisk;
  private final Inlet inlet;
  private final Function<AgentId, @Nullable Agent> page;
  private final AgentId id;
  private final Telephone telephone;
  private final AgentHabits habits;
  private final List<LegId> legs = new ArrayList<>();
  private boolean atWork;
  private boolean onBreak;
  private boolean talking;
  private boolean mute;
  private int turn;
  private long talks;

  /**
   * An agent who is at home; their telephone is on the desk.
   *
   * @param page what their page says of them; null where the platform does not know them
   */
  public DeskAgent(
      Agenda agenda,
      Draws draws,
      SimulatedAsterisk asterisk,
      Inlet inlet,
      Function<AgentId, @Nullable Agent> page,
      AgentId id,
      Telephone telephone,
      AgentHabits habits) {
    this.agenda = agenda;
    this.draws = draws;
    this.asterisk = asterisk;
    this.inlet = inlet;
    this.page = page;
    this.id = id;
    this.telephone = telephone;
    this.habits = habits;
    asterisk.telephone(telephone.id().value(), this);
  }

  /** Works between two instants, epoch microseconds. */
  public void works(long fromMicros, long toMicros) {
    agenda.at(fromMicros, this::comes);
    agenda.at(toMicros, this::goes);
  }

  /** Comes to work now. */
  public void comes() {
    if (!atWork) {
      atWork = true;
      asks(new AgentInput.SignIn(id, null));
      agenda.after(LOOK_MICROS, this::looks);
      plansBreak();
    }
  }

  /** Goes home now, or after the call. */
  public void goes() {
    atWork = false;
    onBreak = false;
    asks(new AgentInput.SignOut(id));
  }

  private void asks(AgentInput wish) {
    var unused = inlet.ask(wish); // A refusal shows on the page, which is looked at now and then.
  }

  /** Who it is. */
  public AgentId id() {
    return id;
  }

  /** How many talks they have had. */
  public long talks() {
    return talks;
  }

  /** Whether they hear somebody now. */
  public boolean isTalking() {
    return talking;
  }

  /**
   * Whether they are at work and mean to take callers; what the platform makes of it is another.
   */
  public boolean wantsCallers() {
    return atWork && !onBreak;
  }

  /** Looks at the page now and then, and puts right what is not as it should be. */
  private void looks() {
    Agent now = page.apply(id);
    if (!atWork) {
      if (now != null && now.state() != AgentState.SIGNED_OUT && !now.signOutAsked()) {
        asks(new AgentInput.SignOut(id)); // The platform was away when they went.
        agenda.after(LOOK_MICROS, this::looks);
      }
      return;
    }
    if (now != null && now.state() == AgentState.SIGNED_OUT) {
      asks(new AgentInput.SignIn(id, null));
    } else if (now != null && now.state() == AgentState.PAUSED && !onBreak) {
      asks(new AgentInput.Unpause(id));
    }
    agenda.after(LOOK_MICROS, this::looks);
  }

  private void plansBreak() {
    long after = habits.breakAfter().drawMicros(draws, agenda.micros());
    if (after > 0) {
      agenda.after(after, this::takesBreak);
    }
  }

  private void takesBreak() {
    if (!atWork) {
      return;
    }
    onBreak = true;
    asks(new AgentInput.Pause(id, BREAK));
    agenda.after(
        habits.breakLasts().drawMicros(draws, agenda.micros()),
        () -> {
          onBreak = false;
          if (atWork) {
            asks(new AgentInput.Unpause(id));
            plansBreak();
          }
        });
  }

  /** From now on nothing is heard of who speaks at this telephone, though it is answered. */
  public void isMute(boolean now) {
    mute = now;
  }

  // The telephone.

  @Override
  public Greeting greets(LegId leg) {
    return mute ? Greeting.SILENCE : Greeting.HELLO;
  }

  /** On an open telephone's leg there is one caller after the other. */
  @Override
  public boolean greetsAgain() {
    return true;
  }

  @Override
  public Reception receive(Rung rung) {
    if (draws.chance(habits.unreachable())) {
      return new Reception.Unknown();
    }
    if (draws.chance(habits.silent())) {
      return new Reception.Silence();
    }
    boolean isBusy = !legs.isEmpty() || draws.chance(habits.busy());
    long after = 5_000L + draws.below(20_000);
    return isBusy ? new Reception.Ends(HangupCause.BUSY, after) : new Reception.Rings(this, after);
  }

  @Override
  public void rings(LegId leg, boolean answersByItself) {
    legs.add(leg);
    if (answersByItself && telephone.use() == TelephoneUse.AUTO_ANSWERED) {
      agenda.after(SELF_ANSWER_MICROS, () -> asterisk.answer(leg));
      return;
    }
    long after = habits.answer().drawMicros(draws, agenda.micros());
    if (draws.chance(habits.ignores())) {
      return;
    }
    if (draws.chance(habits.declines())) {
      agenda.after(after, () -> hangsUpUnlessUp(leg));
    } else {
      agenda.after(after, () -> answers(leg));
    }
  }

  private void answers(LegId leg) {
    if (legs.contains(leg)) {
      asterisk.answer(leg);
      if (draws.chance(habits.drops())) {
        agenda.after(500_000, () -> asterisk.hangUp(leg, HangupCause.NORMAL));
      }
    }
  }

  private void hangsUpUnlessUp(LegId leg) {
    if (legs.contains(leg)) {
      asterisk.hangUp(leg, HangupCause.REJECTED);
    }
  }

  @Override
  public void hears(LegId leg, int others) {
    if (others > 0 == talking) {
      return;
    }
    talking = others > 0;
    turn++;
    if (!talking) {
      wrapsUp();
      return;
    }
    talks++;
    if (telephone.use() != TelephoneUse.OPEN) {
      int mine = turn;
      agenda.after(
          habits.talk().drawMicros(draws, agenda.micros()),
          () -> {
            if (mine == turn && legs.contains(leg)) {
              asterisk.hangUp(leg, HangupCause.NORMAL);
            }
          });
    }
  }

  /** Whoever is ready before the wrap-up is over says so. */
  private void wrapsUp() {
    int mine = turn;
    agenda.after(
        habits.wrapUp().drawMicros(draws, agenda.micros()),
        () -> {
          Agent now = mine == turn ? page.apply(id) : null;
          if (now != null && now.state() == AgentState.WRAP_UP) {
            asks(new AgentInput.EndWrapUp(id));
          }
        });
  }

  @Override
  public void gone(LegId leg, HangupCause cause) {
    legs.remove(leg);
    hears(leg, 0);
  }
}
