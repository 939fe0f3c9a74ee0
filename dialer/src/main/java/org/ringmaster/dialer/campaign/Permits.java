// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ringmaster.core.journey.NumberPrefix;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * Leads that were forbidden and may be dialled again, because a list or a wish that forbade them is
 * gone. Owned by the kernel thread.
 */
final class Permits {

  /** Leads that one fact names at most. */
  private static final int MOST = 2_000;

  /** No telephone number has more digits (ITU-T E.164). */
  private static final int MOST_DIGITS = 15;

  private static final long NO_NUMBER = -1;

  private final CampaignBooks books;
  private final Lists lists;

  Permits(CampaignBooks books, Lists lists) {
    this.books = books;
    this.lists = lists;
  }

  /** A list that forbade leads is gone: they may be dialled again, and the gates ask anew. */
  void permitAll(Decision decision) {
    for (Campaign campaign : List.copyOf(books.campaigns())) {
      for (LeadStates states : books.listsOf(campaign.id())) {
        if (states.count(LeadPhase.FORBIDDEN) > 0 && lists.books().leads(states.list()) != null) {
          permit(campaign, states, lead -> true, decision);
        }
      }
    }
  }

  /** A number may be called again, however it was written when it was refused. */
  void permit(Personal number, Decision decision) {
    if (NumberPrefix.isMeant(number.text())) {
      permitAll(decision);
      return;
    }
    for (Campaign campaign : List.copyOf(books.campaigns())) {
      long plain = digits(number.text());
      long rest = afterPrefix(number.text(), campaign.plan().prefix());
      for (LeadStates states : books.listsOf(campaign.id())) {
        Leads leads = lists.books().leads(states.list());
        if (states.count(LeadPhase.FORBIDDEN) > 0
            && leads != null
            && (leads.has(plain) || leads.has(rest))) {
          permit(
              campaign,
              states,
              lead -> hasNumber(leads, lead, plain) || hasNumber(leads, lead, rest),
              decision);
        }
      }
    }
  }

  private static void permit(
      Campaign campaign, LeadStates states, IntPredicate which, Decision decision) {
    List<Integer> some = states.forbiddenFrom(0, MOST);
    while (!some.isEmpty()) {
      List<Integer> permitted = new ArrayList<>(some);
      permitted.removeIf(lead -> !which.test(lead));
      if (!permitted.isEmpty()) {
        decision.record(
            new CampaignFact.LeadsPermitted(campaign.id(), states.list(), List.copyOf(permitted)));
      }
      some = states.forbiddenFrom(some.get(some.size() - 1) + 1, MOST);
    }
  }

  private static boolean hasNumber(Leads leads, int lead, long number) {
    for (int slot = 0; slot < leads.numbers(lead); slot++) {
      if (leads.number(lead, slot) == number) {
        return true;
      }
    }
    return false;
  }

  /** The digits of what was dialled, without what the campaign dials before each number. */
  private static long afterPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? digits(text.substring(prefix.length())) : NO_NUMBER;
  }

  private static long digits(String text) {
    long digits = 0;
    int many = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        many++;
      }
    }
    return many == 0 || many > MOST_DIGITS ? NO_NUMBER : digits;
  }
}
