// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ringmaster.core.agent.AgentCodec;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.board.BoardCodec;
import org.ringmaster.core.call.CallCodec;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.callback.CallbackBooks;
import org.ringmaster.core.callback.CallbackCodec;
import org.ringmaster.core.callback.Callbacks;
import org.ringmaster.core.callback.Callers;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.desk.DeskCodec;
import org.ringmaster.core.desk.Desks;
import org.ringmaster.core.file.FileCodec;
import org.ringmaster.core.file.FileKeeping;
import org.ringmaster.core.interval.IntervalCodec;
import org.ringmaster.core.journey.Acquaintances;
import org.ringmaster.core.journey.JourneyCodec;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Kernel;
import org.ringmaster.core.kernel.KernelState;
import org.ringmaster.core.kernel.OwnEntity;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueCodec;
import org.ringmaster.core.recording.RecordingCodec;
import org.ringmaster.core.recording.RecordingControl;
import org.ringmaster.core.steering.SteeringCodec;
import org.ringmaster.core.steering.SteeringControl;
import org.ringmaster.core.supervision.SupervisionCodec;
import org.ringmaster.core.supervision.SupervisionControl;
import org.ringmaster.core.talk.TalkCodec;
import org.ringmaster.core.talk.TalkControl;
import org.ringmaster.core.voicemail.Greeter;
import org.ringmaster.core.voicemail.VoicemailBooks;
import org.ringmaster.core.voicemail.VoicemailCodec;
import org.ringmaster.core.voicemail.Voicemails;
import org.ringmaster.core.wall.WallCodec;
import org.ringmaster.core.wall.Walls;

/**
 * All deciders in their fixed order over one state. Two of them live side by side: the one that
 * decides, owned by the kernel thread, and the follower's, which only applies what is synced and
 * makes the snapshots.
 */
public final class Centre {

  private final KernelState state = new KernelState();
  private final CallControl calls = new CallControl();
  private final Roster roster = new Roster(calls);
  private final Journeys journeys = new Journeys();
  private final Acquaintances acquaintances = new Acquaintances(journeys.books());
  private final CallbackBooks kept = new CallbackBooks();
  private final Callers callers = new Callers(acquaintances, kept, journeys.books());
  private final VoicemailBooks mailboxes = new VoicemailBooks();
  private final Acd acd =
      new Acd(calls, roster, callers, new Greeter(mailboxes, calls, journeys.books()));
  private final Walls walls = new Walls(acd.books());
  private final Desks desks = new Desks(roster, acd);
  private final TalkControl talks =
      new TalkControl(calls, roster, acd, journeys::isBannedForAgents);
  private final Callbacks callbacks =
      new Callbacks(kept, callers, calls, acd, journeys, talks.books(), acquaintances::isLastAgent);
  private final SupervisionControl supervisions =
      new SupervisionControl(calls, roster, acd, talks.books());
  private final FileKeeping files = new FileKeeping();
  private final Voicemails voicemails = new Voicemails(mailboxes, calls, roster, talks, files);
  private final RecordingControl recordings =
      new RecordingControl(calls, roster, acd, talks.books(), files);
  private final SteeringControl steering = new SteeringControl(calls, roster, acd, talks);
  private final List<Decider> parts;
  private final List<Decider> deciders;
  private final Map<Class<?>, List<Decider>> owners = new HashMap<>();
  private final Kernel kernel;

  /** The core's deciders, followed by those that other modules add. */
  public Centre(List<Decider> more) {
    this(more, decider -> decider);
  }

  /**
   * The same, but the kernel sees each decider through another: one that looks on, or one in which
   * a guarantee is broken on purpose, so that those who check can be checked.
   */
  public Centre(List<Decider> more, UnaryOperator<Decider> seen) {
    this(parts -> more, seen);
  }

  /**
   * The same, with deciders that are made from the parts of this centre.
   *
   * @param more makes them; may ask this centre for the core's deciders and for nothing else
   */
  public Centre(Function<Centre, List<Decider>> more, UnaryOperator<Decider> seen) {
    List<Decider> all =
        new ArrayList<>(
            List.of(
                calls,
                roster,
                talks,
                steering,
                desks,
                acd,
                journeys,
                acquaintances,
                callbacks,
                voicemails,
                walls,
                supervisions,
                recordings,
                files));
    all.addAll(more.apply(this));
    parts = List.copyOf(all);
    all.replaceAll(seen);
    deciders = List.copyOf(all);
    kernel = new Kernel(state, deciders);
  }

  /** The names of everything that the core journals or snapshots; modules add theirs. */
  public static CodecRegistry.Builder names() {
    return CodecRegistry.builder()
        .add("fact.kernel.epoch-began", EpochBegan.class)
        .add("input.kernel.started", Started.class)
        .add("state.kernel.counters", KernelState.Counters.class)
        .addAll(CallCodec.registry())
        .addAll(AgentCodec.registry())
        .addAll(QueueCodec.registry())
        .addAll(TalkCodec.registry())
        .addAll(SupervisionCodec.registry())
        .addAll(RecordingCodec.registry())
        .addAll(FileCodec.registry())
        .addAll(SteeringCodec.registry())
        .addAll(JourneyCodec.registry())
        .addAll(CallbackCodec.registry())
        .addAll(VoicemailCodec.registry())
        .addAll(WallCodec.registry())
        .addAll(DeskCodec.registry())
        .addAll(BoardCodec.registry())
        .addAll(IntervalCodec.registry());
  }

  /** The loop over these deciders. */
  public Kernel kernel() {
    return kernel;
  }

  /** What the kernel itself knows. */
  public KernelState state() {
    return state;
  }

  /**
   * A decider that another module added, by its class.
   *
   * @throws IllegalArgumentException where this centre has none of that class
   */
  public <T extends Decider> T part(Class<T> kind) {
    for (Decider part : parts) {
      if (kind.isInstance(part)) {
        return kind.cast(part);
      }
    }
    throw new IllegalArgumentException("this centre has no " + kind.getSimpleName());
  }

  /** Legs, bridges, trunks. */
  public CallControl calls() {
    return calls;
  }

  /** Agents and offers. */
  public Roster roster() {
    return roster;
  }

  /** Queues and entries. */
  public Acd acd() {
    return acd;
  }

  /** What agents write and say on their pages. */
  public Desks desks() {
    return desks;
  }

  /** What supervisors change while the centre is at work. */
  public SteeringControl steering() {
    return steering;
  }

  /** What agents do with the calls they have in hand. */
  public TalkControl talks() {
    return talks;
  }

  /** Supervisors at the talks of agents. */
  public SupervisionControl supervisions() {
    return supervisions;
  }

  /** What is recorded of talks. */
  public RecordingControl recordings() {
    return recordings;
  }

  /** Recorded files on their way to our disk. */
  public FileKeeping files() {
    return files;
  }

  /** Callers who are called back. */
  public Callbacks callbacks() {
    return callbacks;
  }

  /** Messages that callers leave. */
  public Voicemails voicemails() {
    return voicemails;
  }

  /** Customers and contacts. */
  public Journeys journeys() {
    return journeys;
  }

  /** Applies a fact read back from a journal. */
  public void replay(RecordedFact fact) {
    kernel.replay(fact);
  }

  /** Writes all state, decider by decider. */
  public void snapshot(Consumer<Record> out) {
    state.snapshot(out);
    deciders.forEach(decider -> decider.snapshot(out));
  }

  /** Takes back one record of a snapshot. */
  public void restore(Record entity) {
    if (entity instanceof OwnEntity) {
      owners
          .computeIfAbsent(entity.getClass(), this::ofThePackageOf)
          .forEach(decider -> decider.restore(entity));
      return;
    }
    state.restore(entity);
    deciders.forEach(decider -> decider.restore(entity));
  }

  private List<Decider> ofThePackageOf(Class<?> kind) {
    List<Decider> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).getClass().getPackageName().equals(kind.getPackageName())) {
        found.add(deciders.get(i));
      }
    }
    return found;
  }

  /**
   * A number that is the same wherever the same facts were applied; personal text does not enter.
   */
  public long hash(FactCodec codec) {
    StateHash hash = new StateHash(codec);
    snapshot(hash);
    return hash.value();
  }
}
