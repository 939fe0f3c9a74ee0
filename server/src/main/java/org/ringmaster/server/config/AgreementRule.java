// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringmaster.core.agent.Capacity;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.lab.Lab;

/** What is right by itself must also agree with the rest. Works on what fits so far. */
final class AgreementRule {
  private static final String LAB_TRUNK = Lab.TRUNK.value();

  private final Branch root;
  private final List<Finding> findings;

  AgreementRule(Branch root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  void check() {
    root.branch("nodes").entries().values().forEach(this::node);
    if (root.given("nodes").isPresent() && root.branch("nodes").entries().isEmpty()) {
      find(root.placeOf("nodes"), "nodes names no node; with \"lab: yes\" one is run for you");
    }
    onlyOnce("agents", "telephone");
    onlyOnce("agents", "number");
    onlyOnce("pausereasons", "digit");
    onlyOnce("dispositions", "digit");
    names();
    numbers();
    root.branch("agents").entries().values().forEach(this::agent);
    root.branch("trunks").entries().forEach(this::trunk);
    root.branch("queues").entries().forEach(this::queue);
    new OverflowCircles(root, findings).check();
    root.branch("campaigns").entries().values().forEach(this::campaign);
    root.branch("callerids").entries().values().forEach(this::callerIds);
    store(root.branch("store"));
  }

  /** A calendar without hours is always open: nobody means that for those who are called. */
  private void campaign(Branch campaign) {
    previews(campaign);
    message(campaign);
    new SpendAgreement(root, findings).campaign(campaign);
    recording(campaign);
    new LawAgreement(root, findings).check(campaign);
    String from = campaign.textOrNull("from");
    String until = campaign.textOrNull("until");
    if (from != null
        && until != null
        && !BoundsReader.moment(until, true).isAfter(BoundsReader.moment(from, false))) {
      find(
          campaign.placeOf("until"),
          campaign.path() + ".until is not after from: when does it run?");
    }
    String name = campaign.textOrNull("hours");
    Branch calendar = name == null ? null : root.branch("calendars").entries().get(name);
    if (calendar != null && calendar.given("hours").isEmpty()) {
      find(
          campaign.placeOf("hours"),
          "%s.hours names \"%s\", a calendar without hours: leads would be called day and night"
              .formatted(campaign.path(), name));
    }
    if (campaign.given("audit").isPresent()
        && Double.parseDouble(campaign.text("audit")) > 0
        && campaign.given("machinecodes").isEmpty()) {
      find(
          campaign.placeOf("audit"),
          campaign.path()
              + ".audit needs machinecodes: by which dispositions does an agent say that it was a"
              + " machine?");
    }
    if (campaign.given("callerid").isPresent() && campaign.given("callerids").isPresent()) {
      find(
          campaign.placeOf("callerids"),
          campaign.path() + " has both \"callerid\" and \"callerids\": which shall leads see?");
    }
  }

  /** What a queue always has recorded a campaign must not make less of, nor say what is no use. */
  private void recording(Branch campaign) {
    String own = campaign.given("recording").isEmpty() ? null : campaign.textOrNull("recording");
    String name = campaign.textOrNull("queue");
    Branch queue = name == null ? null : root.branch("queues").entries().get(name);
    String forced = RecordingKeys.word(RecordingPolicy.FORCED);
    boolean isForced = queue != null && forced.equals(queue.textOrNull("recording"));
    if (own != null && queue != null && isForced && !own.equals(forced)) {
      find(
          campaign.placeOf("recording"),
          "%s.recording is \"%s\", but queue \"%s\" has all its talks recorded (recording: forced, line %d): leave it out, write forced, or name another queue"
              .formatted(campaign.path(), own, name, queue.placeOf("recording").line()));
    }
    boolean agentless = "agentless".equals(campaign.textOrNull("mode"));
    if (own != null && agentless && campaign.given("queuekey").isEmpty()) {
      find(
          campaign.placeOf("recording"),
          campaign.path()
              + ".recording is of no use in mode \"agentless\" without queuekey: nobody talks");
    }
  }

  /** A campaign without agents must have something to say; the others say nothing. */
  private void message(Branch campaign) {
    boolean agentless = "agentless".equals(campaign.textOrNull("mode"));
    if (agentless && campaign.items("message").isEmpty()) {
      find(
          campaign.placeOf("mode"),
          campaign.path() + ".mode is \"agentless\", but there is no message: add message:");
    }
    boolean isTold =
        !campaign.items("dropprompts").isEmpty()
            && !Boolean.TRUE.equals(campaign.contentOrNull("queueoverflow"));
    if (!agentless && campaign.given("optoutkey").isPresent() && !isTold) {
      find(
          campaign.placeOf("optoutkey"),
          campaign.path()
              + ".optoutkey is pressed while dropprompts are said: add dropprompts:, without"
              + " queueoverflow");
    }
    for (String key : List.of("message", "queuekey", "callbackkey")) {
      if (!agentless && campaign.given(key).isPresent()) {
        find(
            campaign.placeOf(key),
            "%s.%s is for mode \"agentless\" only".formatted(campaign.path(), key));
      }
    }
    Map<String, String> taken = new HashMap<>();
    for (String key : List.of("queuekey", "optoutkey", "callbackkey")) {
      String pressed = campaign.textOrNull(key);
      String before = pressed == null ? null : taken.putIfAbsent(pressed, key);
      if (before != null) {
        find(
            campaign.placeOf(key),
            "%s.%s and %s are the same key: which shall it be?"
                .formatted(campaign.path(), key, before));
      }
    }
    String name = campaign.textOrNull("queue");
    Branch queue = name == null ? null : root.branch("queues").entries().get(name);
    if (agentless
        && queue != null
        && campaign.given("callbackkey").isPresent()
        && queue.givenBranch("callback").isEmpty()) {
      find(
          campaign.placeOf("callbackkey"),
          "%s.callbackkey is of no use: queue %s calls nobody back; give it callback:"
              .formatted(campaign.path(), name));
    }
    for (String key : List.of("screening", "holdfrom")) {
      if (agentless && campaign.given(key).isPresent()) {
        find(
            campaign.placeOf(key),
            "%s.%s is of no use in mode \"agentless\": no agent is there"
                .formatted(campaign.path(), key));
      }
    }
  }

  /** Who forbids that anybody is dialled by time must not have asked for it elsewhere. */
  private void previews(Branch campaign) {
    String mode = campaign.textOrNull("mode");
    String end = campaign.given("previewend").isPresent() ? campaign.textOrNull("previewend") : "";
    if ("dial".equals(end) && !"preview".equals(mode)) {
      find(
          campaign.placeOf("previewend"),
          ("%s.previewend is \"dial\", which only mode \"preview\" does: in mode \"%s\" no lead is"
                  + " dialled because a time ran out")
              .formatted(campaign.path(), mode));
    }
    if ("dial".equals(end) && Long.valueOf(0).equals(campaign.contentOrNull("previewtime"))) {
      find(
          campaign.placeOf("previewend"),
          campaign.path()
              + ".previewend is \"dial\", but previewtime is 0s: that time never runs out");
    }
  }

  private void callerIds(Branch pool) {
    Set<String> seen = new HashSet<>();
    for (Value number : pool.items("numbers")) {
      if (!seen.add(String.valueOf(number.content()))) {
        find(
            number.place(), pool.path() + ".numbers names " + number.content() + " more than once");
      }
    }
    if (pool.given("numbers").isPresent() && seen.isEmpty()) {
      find(pool.placeOf("numbers"), pool.path() + ".numbers is empty: leads would see none");
    }
  }

  private void node(Branch node) {
    boolean lab = node.yes("lab");
    Optional<Value> ari = node.given("ari");
    if (lab) {
      Stream.of("ari", "ami", "celfile")
          .filter(key -> node.given(key).isPresent())
          .forEach(
              key ->
                  find(
                      node.placeOf(key),
                      node.path() + " has \"lab: yes\", which brings its own " + key));
    } else if (ari.isEmpty()) {
      find(node.place(), node.path() + " has neither \"lab: yes\" nor \"ari\": how is it reached?");
    }
  }

  /** Trunks and telephones are endpoints of one Asterisk, where a name is there once. */
  private void names() {
    Map<String, Branch> trunks = root.branch("trunks").entries();
    root.branch("telephones")
        .entries()
        .forEach(
            (name, telephone) -> {
              Branch trunk = trunks.get(name);
              if (trunk != null) {
                find(
                    telephone.place(),
                    telephone.path()
                        + " has the name of the trunk on line "
                        + trunk.place().line()
                        + "; both become endpoints of Asterisk");
              }
            });
  }

  /** One telephone number in two spellings would lead to two places. */
  private void numbers() {
    String region = root.textOrNull("region");
    Map<String, Branch> first = new HashMap<>();
    root.branch("numbers")
        .entries()
        .forEach(
            (name, number) -> {
              String world = NumberSpellings.international(name, region).orElse(name);
              Branch before = first.putIfAbsent(world, number);
              if (before != null) {
                find(
                    number.place(),
                    "%s is the number of %s (line %d), spelled otherwise"
                        .formatted(number.path(), before.path(), before.place().line()));
              }
            });
  }

  private void onlyOnce(String section, String key) {
    Map<Object, Branch> first = new HashMap<>();
    for (Branch entry : root.branch(section).entries().values()) {
      Optional<Value> value = entry.given(key);
      if (value.isEmpty()) {
        continue;
      }
      Branch before = first.putIfAbsent(value.get().content(), entry);
      if (before != null) {
        find(
            value.get().place(),
            "%s.%s is \"%s\", which %s has already (line %d)"
                .formatted(
                    entry.path(),
                    key,
                    value.get().content(),
                    before.path(),
                    before.placeOf(key).line()));
      }
    }
  }

  private void agent(Branch agent) {
    if (agent.map("capacity", Long.class).getOrDefault("voice", 0L) > Capacity.MOST_BY_VOICE) {
      find(
          agent.placeOf("capacity"),
          agent.path() + ".capacity has more than one call at once; a telephone carries one");
    }
  }

  private void trunk(String name, Branch trunk) {
    new SpendAgreement(root, findings).trunk(trunk);
    boolean inLab =
        trunk
            .given("node")
            .map(node -> root.branch("nodes").entries().get(node.content()))
            .filter(node -> node.yes("lab"))
            .isPresent();
    if (inLab && !name.equals(LAB_TRUNK)) {
      find(
          trunk.place(),
          trunk.path() + " hangs on a lab, whose one trunk is called \"" + LAB_TRUNK + "\"");
    }
    boolean login = trunk.given("username").isPresent() && trunk.given("secret").isPresent();
    if (trunk.yes("register") && !login) {
      find(
          trunk.placeOf("register"),
          trunk.path() + " has \"register: yes\", which needs username and secret");
    }
  }

  private void queue(String name, Branch queue) {
    repeated(queue);
    new RoutingAgreement(root, findings).check(queue);
    new HearingAgreement(root, findings).check(name, queue);
    Optional<Value> given = queue.given("overflow");
    boolean mayHappen =
        queue.whole("maxwait") > 0
            || queue.whole("maxlen") > 0
            || queue.given("joinempty").isPresent()
            || queue.given("leavewhenempty").isPresent()
            || ClosingKeys.leadsToOverflow(queue)
            || queue.map("keys", HearingKeys.Choice.class).values().stream()
                .anyMatch(choice -> choice.what() == WaitChoice.OVERFLOW);
    if (given.isPresent() && !mayHappen) {
      find(
          given.get().place(),
          queue.path()
              + ".overflow never happens without maxwait, maxlen, joinempty, leavewhenempty or a key that leads there");
    }
    queue.givenBranch("overflow").ifPresent(overflow -> overflow(name, overflow));
    queue.givenBranch("dispositions").ifPresent(this::dispositions);
  }

  private void dispositions(Branch said) {
    Optional<Value> otherwise = said.given("otherwise");
    if (said.yes("forced") && otherwise.isEmpty()) {
      find(
          said.placeOf("forced"),
          said.path()
              + " has \"forced: yes\", which needs otherwise: what it was where nobody says so in"
              + " time");
    }
    List<Value> codes = said.items("codes");
    boolean isThere =
        otherwise.isEmpty()
            || codes.isEmpty()
            || codes.stream().anyMatch(one -> one.content().equals(otherwise.get().content()));
    if (!isThere) {
      find(
          otherwise.get().place(),
          said.path()
              + ".otherwise is \""
              + otherwise.get().content()
              + "\", which is not among its codes");
    }
  }

  private void repeated(Branch queue) {
    Map<Object, Place> seen = new HashMap<>();
    for (Value agent : queue.items("agents")) {
      if (seen.putIfAbsent(agent.content(), agent.place()) != null) {
        find(agent.place(), queue.path() + ".agents names \"" + agent.content() + "\" twice");
      }
    }
  }

  private void overflow(String queue, Branch overflow) {
    List<String> targets =
        Stream.of("queue", "prompt", "number")
            .filter(key -> overflow.given(key).isPresent())
            .toList();
    if (targets.size() != 1) {
      find(
          overflow.place(),
          overflow.path()
              + " must have one of queue, prompt, number; it has "
              + (targets.isEmpty() ? "none" : String.join(" and ", targets)));
    }
    if (overflow.given("number").isPresent() != overflow.given("trunk").isPresent()) {
      find(overflow.place(), overflow.path() + " must have number and trunk together");
    }
    overflow
        .given("queue")
        .filter(value -> value.content().equals(queue))
        .ifPresent(value -> find(value.place(), overflow.path() + ".queue is the queue itself"));
  }

  private void store(Branch store) {
    if (store.given("url").isEmpty()) {
      Stream.of("user", "secret")
          .filter(key -> store.given(key).isPresent())
          .forEach(key -> find(store.placeOf(key), "store." + key + " needs store.url"));
    }
  }

  private void find(Place place, String text) {
    findings.add(new Finding(place, text));
  }
}
