// SPDX-License-Identifier: Apache-2.0
// The board that a page holds: a snapshot with the changes since. Pure, so that it can be folded anywhere.

import type { LiveMessage, Tables } from "./model";

export interface Board extends Tables {
  sequence: number;
  well: boolean;
  calls: number;
}

type Row = { id: string };

const byId = (a: Row, b: Row) => a.id.localeCompare(b.id, undefined, { numeric: true });

function merged<R extends Row>(rows: R[], changed: R[] | undefined, gone: string[] | undefined): R[] {
  if (!changed && !gone) {
    return rows;
  }
  const all = new Map(rows.map((row) => [row.id, row]));
  gone?.forEach((id) => all.delete(id));
  changed?.forEach((row) => all.set(row.id, row));
  return [...all.values()].sort(byId);
}

/** The board after a message, or "gap" where a message before it is missing. */
export function fold(board: Board | undefined, message: LiveMessage): Board | "gap" {
  const { sequence, well, calls } = message;
  if (message.type === "snapshot") {
    return {
      sequence,
      well,
      calls,
      queues: merged([], message.queues, undefined),
      limits: merged([], message.limits, undefined),
      agents: merged([], message.agents, undefined),
      trunks: merged([], message.trunks, undefined),
      telephones: merged([], message.telephones, undefined),
      nodes: merged([], message.nodes, undefined),
      parked: merged([], message.parked, undefined),
    };
  }
  const expected = board && board.sequence + (message.type === "change" ? 1 : 0);
  if (!board || sequence !== expected) {
    return "gap";
  }
  return {
    sequence,
    well,
    calls,
    queues: merged(board.queues, message.queues, message.gone?.queues),
    limits: merged(board.limits, message.limits, message.gone?.limits),
    agents: merged(board.agents, message.agents, message.gone?.agents),
    trunks: merged(board.trunks, message.trunks, message.gone?.trunks),
    telephones: merged(board.telephones, message.telephones, message.gone?.telephones),
    nodes: merged(board.nodes, message.nodes, message.gone?.nodes),
    parked: merged(board.parked, message.parked, message.gone?.parked),
  };
}
