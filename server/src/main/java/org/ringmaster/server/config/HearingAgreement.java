// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.server.config.HearingKeys.Choice;

/** What a queue says must have an occasion, and what may be pressed must lead somewhere. */
final class HearingAgreement {

  private static final long MILLIS_PER_SECOND = 1_000;

  private final Branch root;
  private final List<Finding> findings;

  HearingAgreement(Branch root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  void check(String name, Branch queue) {
    announcements(queue);
    periodic(queue);
    beforeTalk(queue);
    queue.map("keys", Choice.class).forEach((key, choice) -> key(name, queue, key, choice));
    callback(queue);
    voicemail(name, queue);
    ClosingKeys.check(root, name, queue, findings);
  }

  private void voicemail(String name, Branch queue) {
    Optional<Branch> given = queue.givenBranch("voicemail");
    if (given.isPresent() && !VoicemailReader.isReached(root, name, queue)) {
      find(
          queue,
          "voicemail",
          "never happens without a key that leads there, \"overflow: voicemail\" or a number with"
              + " \"closedvoicemail: yes\"");
    }
    given
        .filter(keys -> keys.whole("minmessage") >= keys.whole("maxmessage"))
        .ifPresent(
            keys ->
                findings.add(
                    new Finding(
                        keys.placeOf("minmessage"),
                        keys.path()
                            + ".minmessage is no shorter than maxmessage: no message would ever be"
                            + " kept")));
  }

  private void announcements(Branch queue) {
    boolean place = !queue.text("announceposition").equals("no");
    boolean wait = !queue.text("announcewait").equals("no");
    long every = queue.whole("announcefrequency");
    if (every > 0 && !place && !wait) {
      find(
          queue,
          "announcefrequency",
          "has nothing to say: set announceposition or announcewait, or leave it out");
    }
    if (every > 0 && every < queue.whole("minannouncefrequency")) {
      find(
          queue,
          "announcefrequency",
          "is shorter than minannouncefrequency, which then decides: make one of them fit");
    }
    if ((place || wait) && every == 0 && !queue.yes("announceatjoin")) {
      find(
          queue,
          "announceatjoin",
          "is no and announcefrequency is 0: place and wait would never be said");
    }
    boolean limited =
        queue.text("announceposition").equals("limit")
            || queue.text("announceposition").equals("more");
    if (queue.given("announcepositionlimit").isPresent() && !limited) {
      find(queue, "announcepositionlimit", "needs announceposition to be limit or more");
    }
    if (queue.given("announceround").isPresent() && !queue.text("announcewait").equals("precise")) {
      find(queue, "announceround", "needs announcewait to be precise");
    }
  }

  private void periodic(Branch queue) {
    boolean prompts = !queue.items("periodicannounce").isEmpty();
    boolean often = queue.whole("periodicannouncefrequency") > 0;
    if (prompts != often) {
      find(
          queue,
          prompts ? "periodicannounce" : "periodicannouncefrequency",
          prompts ? "needs periodicannouncefrequency" : "needs prompts under periodicannounce");
    }
  }

  private void beforeTalk(Branch queue) {
    if (queue.whole("memberdelay") % MILLIS_PER_SECOND != 0) {
      find(queue, "memberdelay", "is no whole number of seconds, of which silence is made");
    }
  }

  private void callback(Branch queue) {
    boolean offered =
        queue.map("keys", Choice.class).values().stream()
            .anyMatch(choice -> choice.what() == WaitChoice.CALLBACK);
    boolean tells =
        !queue.text("announceposition").equals("no") || !queue.text("announcewait").equals("no");
    if (queue.given("announcecallback").isPresent()
        && queue.yes("announcecallback")
        && !(offered && tells)) {
      find(
          queue,
          "announcecallback",
          "is said behind place or wait: it needs a key that leads to callback, and announceposition"
              + " or announcewait");
    }
    boolean given = queue.givenBranch("callback").isPresent();
    if (offered && !given) {
      findIn(
          queue,
          "keys offers a callback, but the queue has no callback section: add callback.trunk");
    }
    queue
        .givenBranch("callback")
        .filter(keys -> keys.wholeInt("tries") > 1 && keys.whole("retry") >= keys.whole("expire"))
        .ifPresent(
            keys ->
                findings.add(
                    new Finding(
                        keys.placeOf(keys.given("retry").isPresent() ? "retry" : "expire"),
                        keys.path()
                            + ".retry is no shorter than expire: there would never be a second"
                            + " try")));
  }

  private void key(String name, Branch queue, String key, Choice choice) {
    String what = "keys names \"" + key + "\", which ";
    Map<String, Branch> queues = root.branch("queues").entries();
    if (choice.queue() != null && choice.queue().equals(name)) {
      findIn(queue, what + "leads to the queue itself");
    } else if (choice.queue() != null && !queues.containsKey(choice.queue())) {
      findIn(
          queue,
          what
              + "leads to the queue \""
              + choice.queue()
              + "\", but there is no such queue"
              + Nearest.hint(choice.queue(), queues.keySet()));
    } else if (choice.what() == WaitChoice.OVERFLOW && queue.givenBranch("overflow").isEmpty()) {
      findIn(queue, what + "leads to the overflow, but the queue has none");
    }
  }

  private void findIn(Branch queue, String text) {
    findings.add(new Finding(queue.placeOf("keys"), queue.path() + "." + text));
  }

  private void find(Branch queue, String key, String text) {
    findings.add(new Finding(queue.placeOf(key), queue.path() + "." + key + " " + text));
  }
}
