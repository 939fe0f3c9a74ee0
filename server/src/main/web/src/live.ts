// SPDX-License-Identifier: Apache-2.0
// The connection to the live stream: opens it, opens it again, asks for a snapshot after a gap.

import { type Board, fold } from "./board";
import type { LiveMessage } from "./model";

export interface Live {
  board: Board | undefined;
  /** When the last message came, by this machine's clock; 0 before the first. */
  heardAtMillis: number;
  /** What to add to this machine's clock to have the server's. */
  clockOffsetMillis: number;
  open: boolean;
}

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 5_000;

/** Follows the stream until the returned function is called. `refused` is told when a login is needed. */
export function follow(show: (live: Live) => void, refused: () => void): () => void {
  let live: Live = { board: undefined, heardAtMillis: 0, clockOffsetMillis: 0, open: false };
  let waitMillis = FIRST_WAIT_MILLIS;
  let stopped = false;
  let timer = 0;
  let socket: WebSocket | undefined;

  const update = (change: Partial<Live>) => {
    live = { ...live, ...change };
    show(live);
  };

  const hear = (data: string) => {
    const message = JSON.parse(data) as LiveMessage;
    const next = fold(live.board, message);
    if (next === "gap") {
      socket?.send("snapshot");
      return;
    }
    const now = Date.now();
    update({ board: next, heardAtMillis: now, clockOffsetMillis: message.atMillis - now });
  };

  const again = async () => {
    update({ open: false });
    if (stopped) {
      return;
    }
    // A WebSocket does not say why it was refused; the same question asked plainly does.
    const answer = await fetch("/api/me").catch(() => undefined);
    if (stopped) {
      return;
    }
    if (answer?.status === 401) {
      refused();
      return;
    }
    timer = window.setTimeout(connect, waitMillis * (0.75 + Math.random() / 2));
    waitMillis = Math.min(waitMillis * 2, LONGEST_WAIT_MILLIS);
  };

  const connect = () => {
    socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/live");
    socket.onopen = () => {
      waitMillis = FIRST_WAIT_MILLIS;
      update({ open: true });
    };
    socket.onmessage = (event: MessageEvent<string>) => hear(event.data);
    socket.onclose = () => void again();
  };

  connect();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}
