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

/** The page is painted four times a second at most, and at once for the first change. */
const PAINT_MILLIS = 250;

/** The server says something every two seconds: one that is silent for so long is not at the other end any more. */
const SILENCE_MILLIS = 8_000;

/** A connection that is dead without a word answers no question either. */
const PATIENCE_MILLIS = 5_000;

/** What the server closes with where a link is over. */
const LINK_OVER = 4_000;

/** Calls another at once, and then no more than once in the given time, the last one always. */
export function atMost<T>(millis: number, show: (value: T) => void): (value: T) => void {
  let shownAt = -millis;
  let timer = 0;
  let latest: T;
  return (value: T) => {
    latest = value;
    const wait = shownAt + millis - performance.now();
    if (wait <= 0) {
      shownAt = performance.now();
      show(latest);
    } else if (timer === 0) {
      timer = window.setTimeout(() => {
        timer = 0;
        shownAt = performance.now();
        show(latest);
      }, wait);
    }
  };
}

/** Opens a WebSocket again and again, each time a little later, until stopped. */
export class Line {
  private socket: WebSocket | undefined;
  private waitMillis = FIRST_WAIT_MILLIS;
  private timer = 0;
  private watch = 0;
  private stopped = false;

  constructor(
    private readonly path: string,
    private readonly opened: (line: Line) => void,
    private readonly hear: (text: string) => void,
    /** Told of each loss; says whether to try again. */
    private readonly lost: (code: number) => Promise<boolean>,
  ) {
    this.connect();
  }

  private connect() {
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + this.path);
    this.socket = socket;
    const over = (code: number) => {
      if (this.socket === socket) {
        this.socket = undefined;
        window.clearTimeout(this.watch);
        void this.again(code);
      }
    };
    // A machine that slept, or a router that forgot us: the browser would wait for minutes.
    const alive = () => {
      window.clearTimeout(this.watch);
      this.watch = window.setTimeout(() => {
        over(0);
        socket.close();
      }, SILENCE_MILLIS);
    };
    alive();
    socket.onopen = () => {
      alive();
      this.waitMillis = FIRST_WAIT_MILLIS;
      this.opened(this);
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (this.socket === socket) {
        alive();
        this.hear(event.data);
      }
    };
    socket.onclose = (event) => over(event.code);
  }

  private async again(code: number) {
    if (!this.stopped && (await this.lost(code)) && !this.stopped) {
      this.timer = window.setTimeout(() => this.connect(), this.waitMillis * (0.75 + Math.random() / 2));
      this.waitMillis = Math.min(this.waitMillis * 2, LONGEST_WAIT_MILLIS);
    }
  }

  send(text: string) {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(text);
    }
  }

  stop() {
    this.stopped = true;
    window.clearTimeout(this.timer);
    window.clearTimeout(this.watch);
    this.socket?.close();
  }
}

/** Whether a login is needed. A WebSocket does not say why it was refused; the same question asked plainly does. */
export async function isLoggedOut(): Promise<boolean> {
  return (await whoAmI())?.status === 401;
}

/** Who has logged in, as the server says it, or nothing where it does not answer soon. */
export async function whoAmI(): Promise<Response | undefined> {
  return fetch("/api/me", { signal: AbortSignal.timeout(PATIENCE_MILLIS) }).catch(() => undefined);
}

/**
 * Follows the stream until the returned function is called. `refused` is told when a login is needed, or when the link of
 * a wall is over.
 */
export function follow(show: (live: Live) => void, refused: () => void, token?: string): () => void {
  let live: Live = { board: undefined, heardAtMillis: 0, clockOffsetMillis: 0, open: false };
  const paint = atMost(PAINT_MILLIS, show);

  const update = (change: Partial<Live>) => {
    live = { ...live, ...change };
    paint(live);
  };

  const hear = (data: string) => {
    const message = JSON.parse(data) as LiveMessage;
    const next = fold(live.board, message);
    if (next === "gap") {
      line.send("snapshot");
      return;
    }
    const now = Date.now();
    update({ board: next, heardAtMillis: now, clockOffsetMillis: message.atMillis - now });
  };

  const line = new Line(
    token === undefined ? "/live" : "/tv/live",
    (opened) => {
      if (token !== undefined) {
        opened.send(token);
      }
      update({ open: true });
    },
    hear,
    async (code) => {
      update({ open: false });
      const over = token === undefined ? await isLoggedOut() : code === LINK_OVER;
      if (over) {
        refused();
      }
      return !over;
    },
  );
  return () => line.stop();
}
