// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.FilterAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PJSipShowEndpointsAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.CelEvent;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.EndpointList;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.cel.CelRow;
import org.ringmaster.core.call.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's AMI, filtered to a few rare events. It logs in whenever it can, lists the endpoints
 * after each login, and keeps their state. All work is done on a thread of its own; public methods
 * may be called by any thread.
 */
public final class AmiAdapter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AmiAdapter.class);
  private static final List<String> WANTED =
      List.of("ContactStatus", "DeviceStateChange", "Registry");

  /** A platform that starts has calls to look after first. */
  private static final long FIRST_TURN_MILLIS = 1_000;

  private static final long TURN_MILLIS = 500;
  private static final int PING_TURNS = 20;
  private static final int READ_MILLIS = 60_000;
  private static final int CONNECT_MILLIS = 3_000;
  private static final long ANSWER_MILLIS = 5_000;

  private final NodeId node;
  private final AmiAddress address;
  private final AmiListener listener;
  private final boolean withRows;
  private final ZoneId zone;
  private final Map<String, EndpointStatus> endpoints = new ConcurrentSkipListMap<>();
  private final Map<String, String> registrations = new ConcurrentSkipListMap<>();
  private final ScheduledExecutorService thread;
  private final ManagerEventListener hears = this::heard;
  private @Nullable DefaultManagerConnection made;
  private volatile boolean listed;
  private volatile boolean stale;
  private volatile boolean toldAgain;
  private boolean complained;
  private int turns;

  /**
   * Makes an adapter that does nothing before {@link #start()}.
   *
   * @param withRows whether to ask for the channel event log, of a node whose file is out of reach
   * @param zone the node's time zone, in which AMI writes that log
   */
  public AmiAdapter(
      NodeId node, AmiAddress address, AmiListener listener, boolean withRows, ZoneId zone) {
    this.node = node;
    this.address = address;
    this.listener = listener;
    this.withRows = withRows;
    this.zone = zone;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ami-" + node).daemon().factory());
  }

  /** Tells everything again, for listeners that know more names than before. */
  public void tellAgain() {
    toldAgain = true;
    stale = true;
  }

  /**
   * The first is made on the adapter's thread: asterisk-java looks through all its classes then.
   */
  private DefaultManagerConnection connection() {
    DefaultManagerConnection present = made;
    return present == null ? renewed() : present;
  }

  private DefaultManagerConnection renewed() {
    DefaultManagerConnection present = made;
    if (present != null) {
      present.removeEventListener(hears);
    }
    DefaultManagerConnection next = newConnection();
    made = next;
    return next;
  }

  private DefaultManagerConnection newConnection() {
    DefaultManagerConnection next =
        new DefaultManagerConnection(
            address.host(), address.port(), address.user(), address.secret());
    next.setSsl(address.tls());
    next.setSocketTimeout(CONNECT_MILLIS);
    // Above the interval of our pings, so that a peer that is dead without a word is noticed.
    next.setSocketReadTimeout(READ_MILLIS);
    next.setDefaultResponseTimeout(ANSWER_MILLIS);
    next.setDefaultEventTimeout(ANSWER_MILLIS);
    next.registerUserEventClass(OutboundRegistrationDetailEvent.class);
    next.registerUserEventClass(OutboundRegistrationDetailCompleteEvent.class);
    next.addEventListener(hears);
    return next;
  }

  /** Begins to connect, and goes on doing so until it is closed. */
  public void start() {
    thread.scheduleWithFixedDelay(
        this::turn, FIRST_TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether the connection is up and the endpoints are listed. */
  public boolean isUp() {
    return listed;
  }

  /** All endpoints by name, as last told; empty before the first login. */
  public Map<String, EndpointStatus> endpoints() {
    return Map.copyOf(endpoints);
  }

  /** All registrations at carriers, by the name of their section in pjsip.conf. */
  public Map<String, String> registrations() {
    return Map.copyOf(registrations);
  }

  /**
   * Asks the node to read a module's configuration again.
   *
   * @return whether it did; false also when there is no connection
   * @throws IllegalArgumentException where that is no module's name
   */
  public CompletableFuture<Boolean> reload(String module) {
    ReloadAction action = new ReloadAction(module);
    try {
      return CompletableFuture.supplyAsync(() -> listed && asked(action), thread);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.completedFuture(false);
    }
  }

  private boolean asked(ManagerAction action) {
    try {
      return !(connection().sendAction(action, ANSWER_MILLIS) instanceof ManagerError);
    } catch (IOException | TimeoutException | IllegalStateException failure) {
      log.debug("{} of {} failed", action.getAction(), node, failure);
      return false;
    }
  }

  /** Looks what is to be done: log in, list, ping. */
  private void turn() {
    try {
      if (connection().getState() != ManagerConnectionState.CONNECTED) {
        away();
        login();
      } else if (!listed) {
        begin();
      } else if (stale) {
        list();
      } else if (++turns % PING_TURNS == 0) {
        asked(new PingAction());
      }
    } catch (RuntimeException fault) {
      log.error("AMI of {}", node, fault);
    }
  }

  private void login() {
    ManagerConnectionState state = connection().getState();
    if (state == ManagerConnectionState.RECONNECTING
        || state == ManagerConnectionState.CONNECTING) {
      return;
    }
    try {
      if (state != ManagerConnectionState.INITIAL) {
        renewed();
      }
      connection().login();
      complained = false;
      begin();
    } catch (IOException | AuthenticationFailedException | TimeoutException refused) {
      if (!complained) {
        complained = true;
        log.warn("AMI of {} at {}: {}", node, address, refused.getMessage());
      }
      renewed();
    }
  }

  private void begin() {
    for (String event : WANTED) {
      asked(new FilterAction("Event: " + event));
    }
    if (withRows) {
      asked(new FilterAction("Event: CEL"));
    }
    list();
  }

  private void list() {
    stale = false;
    if (toldAgain) {
      toldAgain = false;
      endpoints.clear();
      registrations.clear();
    }
    try {
      connection()
          .sendEventGeneratingAction(new PJSipShowEndpointsAction(), ANSWER_MILLIS)
          .getEvents()
          .forEach(this::listedEndpoint);
    } catch (EventTimeoutException none) {
      none.getPartialResult().getEvents().forEach(this::listedEndpoint);
    } catch (IOException | IllegalStateException failure) {
      log.debug("the endpoints of {} could not be listed", node, failure);
      return;
    }
    listRegistrations();
    if (!listed) {
      listed = true;
      log.info("AMI of {} at {} is up", node, address);
      listener.connection(node, true);
    }
  }

  private void listRegistrations() {
    try {
      connection()
          .sendEventGeneratingAction(new RegistrationsAction(), ANSWER_MILLIS)
          .getEvents()
          .forEach(this::listedRegistration);
    } catch (EventTimeoutException none) {
      none.getPartialResult().getEvents().forEach(this::listedRegistration);
    } catch (IOException | IllegalStateException failure) {
      log.debug("the registrations of {} could not be listed", node, failure);
    }
  }

  private void listedRegistration(ResponseEvent event) {
    if (event instanceof OutboundRegistrationDetailEvent one && one.getObjectName() != null) {
      String state = one.getStatus() == null ? "" : one.getStatus();
      if (!state.equals(registrations.put(one.getObjectName(), state))) {
        listener.registration(node, one.getObjectName(), state);
      }
    }
  }

  private void listedEndpoint(ResponseEvent event) {
    if (event instanceof EndpointList endpoint && endpoint.getObjectName() != null) {
      String device = word(endpoint.getDevicestate());
      keep(new EndpointStatus(endpoint.getObjectName(), device, !"UNAVAILABLE".equals(device)));
    }
  }

  /** {@code Not in use} in a list is {@code NOT_INUSE} in an event. */
  private static String word(String state) {
    if (state == null) {
      return "UNKNOWN";
    }
    String upper = state.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return switch (upper) {
      case "NOT_IN_USE" -> "NOT_INUSE";
      case "IN_USE" -> "INUSE";
      case "RING+INUSE", "RING,_IN_USE", "RINGING+IN_USE" -> "RINGINUSE";
      case "ON_HOLD" -> "ONHOLD";
      default -> upper;
    };
  }

  private void keep(EndpointStatus status) {
    if (!status.equals(endpoints.put(status.endpoint(), status))) {
      listener.endpoint(node, status);
    }
  }

  private void away() {
    if (listed) {
      listed = false;
      endpoints.clear();
      registrations.clear();
      log.warn("AMI of {} at {} has gone", node, address);
      listener.connection(node, false);
    }
  }

  /** Runs on the connection's event thread; asks nothing there, since it would wait for itself. */
  private void heard(ManagerEvent event) {
    switch (event) {
      case DeviceStateChangeEvent device -> device(device);
      case ContactStatusEvent contact -> stale = true;
      // It names user and domain; the list names the configuration's section.
      case RegistryEvent registry -> stale = true;
      case CelEvent cel -> {
        CelRow row = CelEventRows.row(cel, zone);
        if (row != null) {
          listener.row(node, row);
        }
      }
      case DisconnectEvent gone -> thread.execute(this::away);
      default -> {}
    }
  }

  private void device(DeviceStateChangeEvent event) {
    String device = event.getDevice();
    if (device != null && device.startsWith("PJSIP/") && !device.contains("@")) {
      String state = word(event.getState());
      keep(
          new EndpointStatus(
              device.substring("PJSIP/".length()), state, !"UNAVAILABLE".equals(state)));
    }
  }

  /** Logs off. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(2 * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    DefaultManagerConnection present = made;
    if (present == null) {
      return;
    }
    present.removeEventListener(hears);
    try {
      present.logoff();
    } catch (IllegalStateException notConnected) {
      log.debug("AMI of {} was not connected", node);
    }
  }
}
