// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.announcement.Wording;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.server.config.Configuration;

/**
 * Every sound that a configuration can make the platform play, in every language in which it can,
 * and where it comes from. Pure.
 */
final class PromptUse {
  private static final int TWO_PLACES = 2;
  private static final int SOME_SECONDS = 90;
  private static final int DIGITS = 10;
  private static final long MILLIS_PER_SECOND = 1_000;

  /**
   * A sound in a language.
   *
   * @param language the folder's name, which is Asterisk's name of the language
   */
  record Sound(String language, String name) implements Comparable<Sound> {
    @Override
    public int compareTo(Sound other) {
      int byLanguage = language.compareTo(other.language);
      return byLanguage == 0 ? name.compareTo(other.name) : byLanguage;
    }

    @Override
    public String toString() {
      return language + "/" + name;
    }
  }

  private final Configuration configuration;
  private final Map<Sound, String> uses = new TreeMap<>();

  private PromptUse(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The sounds, each with the key of the configuration that asks for it first. */
  static Map<Sound, String> of(Configuration configuration) {
    PromptUse use = new PromptUse(configuration);
    configuration.queues().forEach(use::queue);
    configuration.callbacks().forEach(use::callback);
    configuration.voicemails().forEach(use::voicemail);
    configuration.numbers().forEach(use::number);
    configuration.campaigns().forEach(use::campaign);
    use.add(Set.of(Language.EN), "supervision", configuration.supervision().told());
    return use.uses;
  }

  private void queue(Queue queue) {
    Set<Language> languages = languagesOf(queue.id());
    String where = "queues." + queue.id();
    Announcing announcing = queue.hearing().announcing();
    add(languages, where, announcing.thanks());
    add(languages, where, announcing.periodic());
    if (announcing.tellsPlaceOrWait()) {
      for (Language language : languages) {
        add(Set.of(language), where, told(announcing, language));
      }
      WaitKey callback = queue.hearing().callbackKey();
      if (announcing.callbackOffered() && callback != null) {
        add(languages, where, Wording.callback(callback.key()));
      }
    }
    beforeTalk(where, queue.hearing());
    overflow(languages, where + ".overflow", queue.overflow());
    if (queue.closing() != null) {
      overflow(languages, where + ".closing", queue.closing().target());
    }
  }

  /**
   * An agent's leg has the language of its endpoint, which is English unless pjsip.conf says so.
   * Silence lies in the folder of English, in which Asterisk looks last whatever the language.
   */
  private void beforeTalk(String where, Hearing hearing) {
    Language own = hearing.languageBeforeTalk();
    Set<Language> languages = Set.of(own == null ? Language.EN : own);
    add(Set.of(Language.EN), where + ".memberdelay", silence(hearing));
    add(languages, where + ".whisper", hearing.whisper());
    if (hearing.holdTimeReported()) {
      add(languages, where + ".reportholdtime", Wording.held(hearing.language(), SOME_SECONDS));
      add(languages, where + ".reportholdtime", Wording.held(hearing.language(), 2 * SOME_SECONDS));
    }
  }

  private static List<Prompt> silence(Hearing hearing) {
    return Wording.silence(hearing.memberDelayMillis() / MILLIS_PER_SECOND);
  }

  private static List<Prompt> told(Announcing announcing, Language language) {
    List<Prompt> told = new ArrayList<>();
    if (announcing.positionStyle() != PositionStyle.NO) {
      told.addAll(Wording.place(1));
      told.addAll(Wording.place(TWO_PLACES));
    }
    if (announcing.positionStyle() == PositionStyle.MORE) {
      told.addAll(Wording.moreThan(announcing.positionLimit()));
    }
    if (announcing.waitStyle() != WaitStyle.NO) {
      told.addAll(Wording.wait(language, announcing.waitStyle(), SOME_SECONDS));
      told.addAll(Wording.wait(language, announcing.waitStyle(), 2 * SOME_SECONDS));
    }
    return told;
  }

  private void overflow(Set<Language> languages, String where, @Nullable Overflow target) {
    if (target != null) {
      add(languages, where, target.prompts());
    }
  }

  private void callback(CallbackPlan plan) {
    String where = "queues." + plan.queue() + ".callback";
    Set<Language> languages = languagesOf(plan.queue());
    add(languages, where, plan.confirmPrompts());
    add(languages, where, List.of(Prompt.digits("0")));
    add(languages, where, plan.numberPrompts());
    add(languages, where, plan.takenPrompts());
    add(languages, where, plan.answerPrompts());
    add(languages, where, List.of(Prompt.sound("pbx-invalid")));
  }

  private void voicemail(VoicemailPlan plan) {
    String where = "queues." + plan.queue() + ".voicemail";
    Set<Language> languages = languagesOf(plan.queue());
    add(languages, where, plan.greeting());
    add(languages, where, plan.thanks());
    add(languages, where, plan.shortPrompts());
    add(languages, where, plan.failedPrompts());
    add(languages, where, plan.fullPrompts());
    add(languages, where, List.of(Prompt.sound("beep"), Prompt.sound("queue-thankyou")));
  }

  private void number(InboundNumber number) {
    Language own = number.language();
    Set<Language> languages = own == null ? Set.of(ofQueue(number.queue())) : Set.of(own);
    add(languages, "numbers." + number.number() + ".closedprompts", number.closedPrompts());
    add(languages, "numbers." + number.number() + ".welcomeprompts", number.welcomePrompts());
  }

  /** Whoever was called hears the language of their leg, which is English. */
  private void campaign(CampaignPlan plan) {
    String where = "campaigns." + plan.id();
    Set<Language> languages = Set.of(Language.EN);
    add(languages, where + ".dropprompts", plan.dropPrompts());
    ScreeningPlan screening = plan.screening();
    if (screening != null) {
      add(languages, where + ".machineprompts", screening.message());
      if (screening.releasesAgents()) {
        add(languages, where + ".machinebridged", List.of(Prompt.sound(ScreeningPlan.TONE)));
      }
    }
  }

  /** A queue's own, and those of the numbers that lead to it. */
  private Set<Language> languagesOf(QueueId queue) {
    Set<Language> languages = new LinkedHashSet<>();
    languages.add(ofQueue(queue));
    for (InboundNumber number : configuration.numbers()) {
      if (number.queue().equals(queue) && number.language() != null) {
        languages.add(number.language());
      }
    }
    return languages;
  }

  private Language ofQueue(QueueId id) {
    return configuration.queues().stream()
        .filter(queue -> queue.id().equals(id))
        .map(queue -> queue.hearing().language())
        .findFirst()
        .orElse(Language.EN);
  }

  private void add(Set<Language> languages, String where, List<Prompt> prompts) {
    for (Language language : languages) {
      for (Prompt prompt : prompts) {
        switch (prompt.kind()) {
          case SOUND -> uses.putIfAbsent(new Sound(language.tag(), prompt.text()), where);
          case NUMBER, DIGITS -> {
            for (int digit = 0; digit < DIGITS; digit++) {
              uses.putIfAbsent(new Sound(language.tag(), "digits/" + digit), where);
            }
          }
          case TONE -> {}
        }
      }
    }
  }
}
