// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ringmaster.asteriskconf.ConfName;

/**
 * The world outside: a second Asterisk that plays the carrier, the callers, the people and machines
 * behind numbers, and the agents' telephones. Methods may be called from any thread.
 *
 * <p>What it lived through stands in its {@link #asterisk()}'s {@link LabAsterisk#celFile()}, with
 * the user events HEARD_AGENT, HEARD_CALLER, ABANDONED, BEEP and SPOKEN.
 */
public final class Outside {
  /** Its name among a lab's Asterisks. */
  static final ConfName NODE = new ConfName("outside");

  private static final Pattern NUMBER = Pattern.compile("[+]?[0-9*#]{1,32}");
  private static final int MILLIS = 1_000;
  private static final int CREATED = 200;
  private static final String NO_BODY = "";

  private final LabAsterisk asterisk;
  private final AriRequests ari;
  private final Telephones telephones;
  private final String prefix = Long.toString(System.currentTimeMillis(), 36);
  private final Set<OutsideCall> started = ConcurrentHashMap.newKeySet();
  private final AtomicInteger counter = new AtomicInteger();

  Outside(LabAsterisk asterisk, Telephones telephones) {
    this.asterisk = asterisk;
    this.ari = new AriRequests(asterisk);
    this.telephones = telephones;
  }

  Telephones telephones() {
    return telephones;
  }

  /** The Asterisk that plays it. */
  public LabAsterisk asterisk() {
    return asterisk;
  }

  /**
   * Lets every telephone that registers do so now, and waits until the edges know them all. An edge
   * that died may have forgotten those whose registration is still good out here.
   */
  void register(OutsideConf conf, List<LabAsterisk> edges) {
    conf.registrations().writeTo(asterisk.instance().folder().resolve("etc"));
    asterisk.cli("module reload res_pjsip_outbound_registration.so");
    asterisk.cli("pjsip send register *all");
    for (LabAsterisk edge : edges) {
      edge.await(() -> knows(edge, conf), "telephones registered");
    }
  }

  private static boolean knows(LabAsterisk edge, OutsideConf conf) {
    String contacts = edge.cli("pjsip show contacts");
    return conf.telephones().stream()
        .filter(one -> one.registers() && one.node().equals(edge.node()))
        .allMatch(one -> contacts.contains(" " + one.name() + "/sip:"));
  }

  /** Calls a number of the edge named {@code edge}. */
  public OutsideCall call(String number, String callerNumber, CallerBehaviour behaviour) {
    return call("edge", number, callerNumber, behaviour);
  }

  /**
   * Calls a number of an edge through its trunk. Returns at once; the edge rings by then or soon.
   *
   * @param edge the edge's node name
   * @param number what is dialled
   * @param callerNumber who calls
   * @param behaviour what the caller does once answered
   */
  public OutsideCall call(
      String edge, String number, String callerNumber, CallerBehaviour behaviour) {
    Map<String, String> variables =
        Map.of(
            "PATIENCE", seconds(behaviour.patienceMillis()),
            "TALK_FROM", Integer.toString(behaviour.talk().fromMillis()),
            "TALK_TO", Integer.toString(behaviour.talk().toMillis()),
            "DIGITS", behaviour.digits(),
            "DIGITS_AFTER", seconds(behaviour.digitsAfterMillis()));
    return originate(
        checked(number) + "@" + new ConfName(edge),
        "caller",
        checked(callerNumber),
        behaviour.answerTimeoutMillis(),
        variables);
  }

  /**
   * Lets an agent's telephone dial in and stay, as an open leg does.
   *
   * @param edge the edge's node name
   * @param telephone the telephone's name
   * @param dialled what it dials, for example a sign-in code
   * @param endCode what it presses to end each call it hears; empty never ends one
   * @param talk how long it talks before that
   */
  public OutsideCall dialIn(
      String edge, String telephone, String dialled, String endCode, DrawnMillis talk) {
    Telephones.Known known = telephones.one(edge, telephone);
    Map<String, String> variables =
        Map.of(
            "CODE", endCode.isEmpty() ? "" : checked(endCode),
            "TALK_FROM", Integer.toString(talk.fromMillis()),
            "TALK_TO", Integer.toString(talk.toMillis()));
    return originate(
        checked(dialled) + "@" + known.endpoint(), "open", telephone, 60 * MILLIS, variables);
  }

  /** Says what an agent's telephone does from now on when it is rung. */
  public void telephone(String edge, String telephone, TelephoneBehaviour behaviour) {
    Telephones.Known known = telephones.one(edge, telephone);
    set("TELEPHONE_" + known.edge() + "_" + known.name(), behaviour.text());
  }

  /** Says what one number does from now on when it is dialled, whatever its digits. */
  public void callee(String number, CalleeBehaviour behaviour) {
    set("CALLEE_" + checked(number).replaceAll("[^0-9]", ""), behaviour.text());
  }

  /** Says what all numbers do that are not told otherwise by {@link #callee} or their digits. */
  public void everyCallee(CalleeBehaviour behaviour) {
    set("CALLEE", behaviour.text());
  }

  /** Says what tone, in Hz, an agent's telephone sounds from now on when it is answered. */
  public void telephoneTone(String edge, String telephone, int hertz) {
    Telephones.Known known = telephones.one(edge, telephone);
    set("TONE_" + known.edge() + "_" + known.name(), Integer.toString(hertz));
  }

  /** Says what tone, in Hz, the person sounds from now on who answers at a number. */
  public void calleeTone(String number, int hertz) {
    set("TONE_" + checked(number).replaceAll("[^0-9]", ""), Integer.toString(hertz));
  }

  /**
   * Presses the transfer key of a telephone that is in a call, and dials (SIP REFER). What comes of
   * it says {@link #transferred}.
   */
  public void transfers(String edge, String telephone, String to) {
    refer(Legs.named(asterisk, endpoint(edge, telephone)), "sip:" + checked(to) + "@" + edge);
  }

  /**
   * Presses the transfer key of a telephone that is in a call and has dialled in on a second line,
   * so that the parties of the two lines meet (SIP REFER with Replaces).
   */
  public void joinsLines(String edge, String telephone, OutsideCall second) {
    String first = Legs.named(asterisk, endpoint(edge, telephone));
    String of = "channels/" + second.id() + "/variable";
    String replaces =
        "%s;to-tag=%s;from-tag=%s"
            .formatted(
                ari.value(of, "CHANNEL(pjsip,call-id)"),
                ari.value(of, "CHANNEL(pjsip,remote_tag)"),
                ari.value(of, "CHANNEL(pjsip,local_tag)"));
    String escaped = URLEncoder.encode(replaces, StandardCharsets.UTF_8);
    refer(first, "<sip:line@" + edge + "?Replaces=" + escaped + ">");
  }

  private void refer(String leg, String to) {
    set("REFERRED", "");
    set("REFER_TO", to);
    asterisk.cli("channel redirect " + leg + " transfer-key,s,1");
  }

  /** What came of the newest transfer by key, as a SIP status; empty as long as nothing has. */
  public String transferred() {
    return ari.value("asterisk/variable", "REFERRED");
  }

  /** Listens with a telephone of an edge that is in a call, to what it hears. */
  public Ear listen(String edge, String telephone) {
    return Ear.named(asterisk, endpoint(edge, telephone));
  }

  /** Listens with somebody who called, to what they hear. */
  public Ear listen(OutsideCall caller) {
    return Ear.withId(asterisk, caller.id());
  }

  /** Listens with the person who answered at a number, to what they hear. */
  public Ear listenAt(String number) {
    return Ear.named(asterisk, checked(number).replaceAll("[^0-9]", ""));
  }

  /** Hangs up; a call that is gone already is no error. */
  public void hangUp(OutsideCall call) {
    ari.send("DELETE", "channels/" + call.id(), Map.of(), NO_BODY);
  }

  /** Hangs up all there is out here: callers, called and telephones, open ones too. */
  public void hangUpAll() {
    asterisk.cli("channel request hangup all");
  }

  /** The calls that this object started and that are still up. */
  public List<OutsideCall> calls() {
    started.removeIf(call -> !isUp(call));
    return List.copyOf(started);
  }

  /** Whether the caller's leg is still there. */
  public boolean isUp(OutsideCall call) {
    return ari.send("GET", "channels/" + call.id(), Map.of(), NO_BODY) == CREATED;
  }

  /**
   * Records what a caller hears from now on, in 8,000 samples a second of 16 bits, until the call
   * ends.
   *
   * @return the file, written as it goes
   */
  public Path records(OutsideCall call) {
    String channel =
        asterisk
            .cli("core show channels concise")
            .lines()
            .filter(line -> line.endsWith("!" + call.id()))
            .map(line -> line.substring(0, line.indexOf('!')))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such call: " + call.id()));
    String heard = "spool/heard-" + call.id() + ".wav";
    asterisk.cli(
        "mixmonitor start %s %s/spool/both-%s.wav,r(%s/%s)"
            .formatted(
                channel,
                asterisk.instance().inside(),
                call.id(),
                asterisk.instance().inside(),
                heard));
    return asterisk.instance().folder().resolve(heard);
  }

  private OutsideCall originate(
      String dialled,
      String context,
      String callerId,
      int timeoutMillis,
      Map<String, String> variables) {
    String id = "%s-%08d".formatted(prefix, counter.incrementAndGet());
    StringBuilder body = new StringBuilder("{\"variables\":{");
    variables.forEach(
        (name, value) ->
            body.append(body.charAt(body.length() - 1) == '{' ? "" : ",")
                .append('"' + name + "\":\"" + value + '"'));
    int status =
        ari.send(
            "POST",
            "channels/" + id,
            Map.of(
                "endpoint",
                "PJSIP/" + dialled,
                "context",
                context,
                "extension",
                "s",
                "priority",
                "1",
                "callerId",
                callerId,
                "timeout",
                Integer.toString(Math.ceilDiv(timeoutMillis, MILLIS))),
            body.append("}}").toString());
    if (status != CREATED) {
      throw new IllegalStateException("outside cannot call: status " + status);
    }
    OutsideCall call = new OutsideCall(id);
    started.add(call);
    return call;
  }

  private String endpoint(String edge, String telephone) {
    return telephones.one(edge, telephone).endpoint().value();
  }

  private void set(String global, String value) {
    int status =
        ari.send("POST", "asterisk/variable", Map.of("variable", global, "value", value), NO_BODY);
    if (status / 100 != 2) {
      throw new IllegalStateException("cannot set " + global + ": status " + status);
    }
  }

  private static String checked(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("not a number: " + number);
    }
    return number;
  }

  private static String seconds(int millis) {
    return "%d.%03d".formatted(millis / MILLIS, millis % MILLIS);
  }
}
