// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.dialer.load.DialledNumbers;
import org.ringmaster.dialer.load.KnownNumbers;

/** Whose numbers an import does not load again. For the thread that imports. */
final class Duplicates {
  private final ListBoard board;

  Duplicates(ListBoard board) {
    this.board = board;
  }

  /**
   * The numbers that are known, as far as an import asks for them.
   *
   * @throws IllegalArgumentException where they are not known whole
   */
  KnownNumbers of(ImportPlan plan, RecentCalls recentCalls) throws InterruptedException {
    if (plan.use() == ListUse.DO_NOT_CALL) {
      return KnownNumbers.NONE;
    }
    boolean isUniqueInFile = plan.unique() == UniqueWithin.FILE;
    List<Leads> campaign = isUniqueInFile ? List.of() : board.dialledBy(plan.campaign());
    List<Leads> system =
        plan.unique() == UniqueWithin.SYSTEM ? ofOthers(plan.campaign()) : List.of();
    @Nullable DialledNumbers dialled =
        plan.notCalledForDays() > 0 ? recentCalls.within(plan.notCalledForDays()) : null;
    return new KnownNumbers(campaign, board.doNotCall(plan.campaign()), system, dialled);
  }

  /** What other campaigns dial; those that are closed dial nothing. */
  private List<Leads> ofOthers(String campaign) {
    List<Leads> others = new ArrayList<>();
    for (ListBoard.Row row : board.rows()) {
      LoadedList list = row.list();
      boolean isOther =
          list.use() == ListUse.DIAL && !list.retired() && !list.campaign().equals(campaign);
      if (isOther && row.leads() == null) {
        throw new IllegalArgumentException(
            ListRoom.missing(list) + " Whom its campaign has already cannot be known until then.");
      } else if (isOther) {
        others.add(row.leads());
      }
    }
    return others;
  }
}
