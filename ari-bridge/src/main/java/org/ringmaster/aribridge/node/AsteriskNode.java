// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import ch.loway.oss.ari4java.generated.models.AsteriskInfo;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.Date;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.aribridge.scan.EventScan;
import org.ringmaster.aribridge.scan.EventType;
import org.ringmaster.aribridge.scan.FrameBytes;
import org.ringmaster.aribridge.scan.ScannedEvent;
import org.ringmaster.aribridge.scan.Timestamp;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriCounters;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.AriTransport;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.aribridge.transport.EventSocketListener;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.Lateness;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.kernel.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Asterisk as the kernel sees it. After each connect it says which events it wants, tells which
 * Asterisk answers and since when, and lists all that lives there; from then on every event is an
 * input. When another instance takes the application over it closes everything and sends nothing
 * more. All state belongs to the node's event loop; public methods may be called by any thread.
 */
public final class AsteriskNode implements Outlet, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AsteriskNode.class);
  private static final long PROBE_MILLIS = 1_000;
  private static final long INFO_MILLIS = 5_000;
  private static final long LOST_EVENT_LIST_MILLIS = 200;

  private final NodeSettings settings;
  private final EventLoop loop;
  private final AriCounters counters = new AriCounters();
  private final EventScan scan = new EventScan();
  private final FrameBytes frame = new FrameBytes();
  private final ChannelNames names = new ChannelNames();
  private final LegGates gates = new LegGates();
  private final Inlet inlet;
  private final NodeClock clock;
  private final Lateness lateness = new Lateness();
  private final LegWatch watch;
  private final AriAdapter adapter;
  private final NodeSockets sockets;
  private final NodeListing listing;
  private final AriPublisher publisher;
  private volatile NodeState state = NodeState.DOWN;
  private volatile String version = "";
  private boolean webSocketAnswered;
  private boolean relisting;
  private int connection;

  /** Makes a node that goes by the machine's clock. */
  public AsteriskNode(NodeSettings settings, EventLoops loops, Inlet inlet) {
    this(settings, loops, inlet, MicroClock.system());
  }

  /**
   * Makes a node that does nothing before {@link #start()}.
   *
   * @param inlet takes what the node tells; called on the node's event loop
   * @param time the platform's clock, to which the node's times are brought
   */
  public AsteriskNode(NodeSettings settings, EventLoops loops, Inlet inlet, MicroClock time) {
    this.settings = settings;
    clock = new NodeClock(settings.node(), time);
    loop = loops.next();
    this.inlet = inlet;
    sockets = new NodeSockets(loop, settings, counters, new Control(), this::bulkEvent);
    watch = new LegWatch(settings, sockets, this::tellOfNode, this::relist);
    adapter = new AriAdapter(settings.node(), names, watch);
    listing = new NodeListing(settings, sockets, names, gates, watch, clock::nowMicros, this::tell);
    publisher =
        new AriPublisher(
            settings, sockets, names, gates, watch, this::tellNow, this::tellMade, listing::list);
  }

  /** Begins to connect, and goes on doing so until the node is closed or fenced. */
  public void start() {
    loop.execute(sockets::start);
  }

  /** Carries a command for this node out; what becomes of it comes back as inputs. */
  @Override
  public boolean publish(Command command) {
    if (!(command instanceof CallCommand asked)
        || command instanceof CallCommand.SeekWitness
        || !asked.node().equals(settings.node())) {
      return false;
    }
    try {
      loop.execute(() -> publisher.carryOut(asked));
    } catch (RejectedExecutionException ended) {
      log.debug("{} after the end is left out", command.getClass().getSimpleName());
    }
    return true;
  }

  /** What the node is doing. */
  public NodeState state() {
    return state;
  }

  /** Asterisk's version as it says it, empty before the first connect. */
  public String version() {
    return version;
  }

  /** What the node's sockets have seen. */
  public AriCounters counters() {
    return counters;
  }

  /** Which Asterisk this is. */
  public NodeSettings settings() {
    return settings;
  }

  /** Drops the event socket as a failing network does; it is opened again at once. */
  void reconnect() {
    loop.execute(sockets::reconnect);
  }

  /** Closes all sockets. Calls go on in Asterisk. */
  @Override
  public void close() {
    if (!loop.isShuttingDown()) {
      loop.execute(
          () -> {
            if (state != NodeState.FENCED) {
              state = NodeState.CLOSED;
              sockets.fence();
            }
          });
    }
  }

  private void tellNow(CallInput input) {
    tell(input, clock.nowMicros());
  }

  private void tellMade(CallInput input, long createdAtMicros) {
    tell(
        input, createdAtMicros == Timestamp.NONE ? clock.nowMicros() : clock.ours(createdAtMicros));
  }

  private void tellOfNode(CallInput input, long nodeMicros) {
    tell(input, clock.ours(nodeMicros));
  }

  private void tell(CallInput input, long occurredAtMicros) {
    if (state != NodeState.CLOSED) {
      inlet.offer(input, occurredAtMicros);
    }
  }

  private boolean ended() {
    return state == NodeState.FENCED || state == NodeState.CLOSED;
  }

  /**
   * Asks for what every connection begins with. Which way requests can travel is found out each
   * time: another Asterisk may stand there now, and one that was slow once is not so for ever.
   */
  private void begin() {
    int mine = ++connection;
    if (settings.path() == RequestPath.AUTO) {
      ask(sockets.webSocket(), webSocketAnswered ? INFO_MILLIS : PROBE_MILLIS, mine, true);
    } else {
      ask(sockets.control(), INFO_MILLIS, mine, false);
    }
  }

  private void ask(AriTransport transport, long millis, int mine, boolean probing) {
    transport.sendFirst(EventFilter.request(settings.app()), this::filtered);
    transport.sendFirst(
        AriRequest.get("asterisk/info").within(millis),
        answer -> introduced(answer, mine, probing));
  }

  private void filtered(AriAnswer answer) {
    if (answer.kind() == AriAnswer.Kind.ANSWERED && !answer.ok()) {
      log.warn("{} refused the event filter: {}", settings.node(), answer);
    }
  }

  private void introduced(AriAnswer answer, int asked, boolean probing) {
    if (ended() || asked != connection) {
      return;
    }
    if (probing && answer.kind() == AriAnswer.Kind.TIMED_OUT) {
      if (!sockets.overHttp()) {
        log.info("{} has no REST over WebSocket: requests travel over HTTP", settings.node());
      }
      webSocketAnswered = false;
      sockets.useHttp();
      ask(sockets.control(), INFO_MILLIS, asked, false);
      return;
    }
    AsteriskInfo info = answer.ok() ? AriModels.info(answer.body()) : null;
    Date startedAt =
        info == null || info.getStatus() == null ? null : info.getStatus().getStartup_time();
    if (info == null || info.getSystem() == null || startedAt == null) {
      if (answer.kind() != AriAnswer.Kind.DISCONNECTED) {
        log.warn("{} did not tell about itself: {}", settings.node(), answer);
        sockets.reconnect();
      }
      return;
    }
    if (probing) {
      if (sockets.overHttp()) {
        log.info("{} has REST over WebSocket: requests travel there again", settings.node());
      }
      webSocketAnswered = true;
      sockets.useWebSocket();
    }
    known(AsteriskVersion.of(info.getSystem().getVersion()), startedAt);
  }

  private void known(AsteriskVersion found, Date startedAt) {
    version = found.text();
    publisher.versionIs(found);
    state = NodeState.UP;
    tellNow(
        new CallInput.NodeConnected(settings.node(), found.text(), startedAt.getTime() * 1_000L));
    listing.list();
  }

  private void event(ByteBuf json) {
    if (ended()) {
      return;
    }
    ScannedEvent event = scanned(json);
    if (event == null) {
      counters.add(Kind.MALFORMED);
      log.warn(
          "{} sent a message that cannot be read, {} bytes", settings.node(), json.readableBytes());
      relist();
    } else if (event.type() == EventType.APPLICATION_REPLACED) {
      fence();
    } else if (event.type() == EventType.UNKNOWN) {
      counters.add(Kind.UNKNOWN_TYPES);
    } else {
      told(event);
    }
  }

  private void told(ScannedEvent event) {
    long lateMicros = 0;
    if (event.timestampMicros() != ScannedEvent.NONE) {
      clock.heard(event.timestampMicros());
      lateMicros = lateness.heard(event.timestampMicros(), System.nanoTime() / 1_000);
    }
    CallInput input = adapter.input(event);
    if (input != null) {
      input = lateMicros == 0 ? input : input.toldLate(lateMicros);
      long at = AriAdapter.occurredMicros(input, event);
      tell(input, at == ScannedEvent.NONE ? clock.nowMicros() : clock.ours(at));
      if (input instanceof CallInput.LegArrived arrived) {
        // The kernel is at work with the caller meanwhile.
        watch.watch(arrived.leg());
      }
    }
  }

  private void bulkEvent(ByteBuf json) {
    ScannedEvent event = ended() ? null : scanned(json);
    if (event != null && event.type() == EventType.APPLICATION_REPLACED) {
      fence();
    }
  }

  private @Nullable ScannedEvent scanned(ByteBuf json) {
    frame.take(json);
    return scan.scan(frame.bytes(), frame.from(), frame.to());
  }

  /** Another instance has our application now. Asterisk would still obey us: we must not speak. */
  private void fence() {
    counters.add(Kind.REPLACED);
    log.error("Another instance has taken {} over: this one sends nothing more", settings.node());
    state = NodeState.FENCED;
    sockets.fence();
    tellNow(new CallInput.NodeFenced(settings.node()));
  }

  /** What an unreadable message said is found out by looking; a flood of them is one look. */
  private void relist() {
    if (!relisting && state == NodeState.UP) {
      relisting = true;
      loop.schedule(
          () -> {
            relisting = false;
            if (state == NodeState.UP) {
              listing.list();
            }
          },
          LOST_EVENT_LIST_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  /** Hears the control application's socket. */
  private final class Control implements EventSocketListener {
    @Override
    public void onUp() {
      if (!ended()) {
        state = NodeState.CONNECTING;
        begin();
      }
    }

    @Override
    public void onEvent(ByteBuf json) {
      event(json);
    }

    @Override
    public void onDown() {
      connection++;
      listing.forget();
      if (!ended()) {
        boolean wasUp = state == NodeState.UP;
        state = NodeState.DOWN;
        if (wasUp) {
          long now = clock.nowMicros();
          tell(new CallInput.NodeLost(settings.node(), now - sockets.silentMicros()), now);
        }
      }
    }

    @Override
    public void onLost() {
      relist();
    }
  }
}
