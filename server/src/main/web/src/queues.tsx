// SPDX-License-Identifier: Apache-2.0

import { alarmedFigure, isMuted, said } from "./alarms";
import type { Figure, History } from "./halfhour";
import type { Later } from "./later";
import { Spark } from "./spark";
import { type LimitsRow, type QueueRow, queueName } from "./model";
import { age, clock, hourOfDay, rough } from "./time";

export interface QueueTileProps {
  queue: QueueRow;
  limits: LimitsRow | undefined;
  history: History;
  nowMillis: number;
  /** How old what is shown is, milliseconds. */
  ageMillis: number;
  /** Shows the calls behind a figure; nothing where nobody may look. */
  open?: ((queue: string, figure: Figure) => void) | undefined;
  /** Shows who is not on the line but to be dealt with; nothing where nobody may look. */
  later?: ((queue: string, what: Later) => void) | undefined;
  children?: preact.ComponentChildren;
}

interface Shown {
  figure: Figure;
  label: string;
  value: string;
  note?: string;
}

const share = (value: number | null) => (value === null ? "–" : `${Math.floor(value * 100)} %`);
const seconds = (millis: number, count: number) => (count === 0 ? "–" : clock(millis));

/** The ten figures of a queue, in the order in which people look for them. */
export function figures(queue: QueueRow, limits: LimitsRow | undefined, nowMillis: number): Shown[] {
  const { today, agents } = queue;
  const since = queue.longestWaitingSinceMillis;
  return [
    { figure: "waiting", label: "waiting", value: String(queue.waiting) },
    { figure: "longest", label: "longest wait", value: queue.waiting === 0 || since === null ? "–" : clock(nowMillis - since) },
    { figure: "available", label: "free", value: String(agents.available) },
    { figure: "on-call", label: "on call", value: String(agents["on-call"]) },
    { figure: "wrap-up", label: "wrap-up", value: String(agents["wrap-up"]) },
    { figure: "paused", label: "paused", value: String(agents.paused) },
    {
      figure: "level",
      label: `within ${rough(queue.serviceLevelMillis)}`,
      value: share(today.serviceLevel),
      note: limits && limits.levelTarget > 0 ? `target ${limits.levelTarget} %` : "no target",
    },
    { figure: "abandoned", label: "abandoned", value: String(today.abandoned) },
    { figure: "asa", label: "average answer", value: seconds(today.averageWaitMillis, today.answered - today.dialled.answered) },
    { figure: "aht", label: "average handling", value: seconds(today.averageHandleMillis, today.handled) },
  ];
}

const SHAPES = { calm: "●", amber: "◆", red: "▲" };

export function QueueTile({ queue, limits, history, nowMillis, ageMillis, open, later, children }: QueueTileProps) {
  const { level } = queue.alarm;
  const { today } = queue;
  return (
    <article class={`tile tile-${level}`} aria-label={`Queue ${queueName(queue)}`} data-queue={queue.id} data-alarm={level}>
      <header>
        <h2 title={queue.id}>
          <bdi>{queueName(queue)}</bdi>
        </h2>
        <span class="said">
          <span class="shape" aria-hidden="true">{SHAPES[level]}</span> {said(queue)}
          <SetDoor queue={queue} />
          {isMuted(limits, nowMillis) && <i class="muted"> muted until {hourOfDay(limits?.mutedUntilMillis ?? 0)}</i>}
        </span>
      </header>
      <div class="figures">
        {figures(queue, limits, nowMillis).map((shown) => (
          <FigureTile
            key={shown.figure}
            queue={queue.id}
            shown={shown}
            isAlarmed={alarmedFigure(queue) === shown.figure}
            history={history}
            ageMillis={ageMillis}
            open={open}
          />
        ))}
      </div>
      <footer class="today">
        <span>
          Today <b data-figure="answered">{today.answered}</b> answered, <b>{today.overflowed}</b> sent on, <b>{today.handled}</b> handled
          {today.dialled.joined > 0 && (
            <span title="Callbacks and leads of campaigns that came to this queue. They are in no service level and no average answer.">
              , <b data-figure="dialled">{today.dialled.joined}</b> of those dialled
            </span>
          )}
        </span>
        <NotOnTheLine queue={queue} nowMillis={nowMillis} open={later} />
        <span title="How long who joins now is expected to wait, as a part of the service level's time.">
          Pressure <b data-figure="pressure">{queue.pressure === null ? "–" : queue.pressure.toFixed(1)}</b>
        </span>
        <span class="doors">{children}</span>
      </footer>
    </article>
  );
}

/** Who is not on the line but still to be dealt with. */
function NotOnTheLine({ queue, nowMillis, open }: { queue: QueueRow; nowMillis: number; open: QueueTileProps["later"] }) {
  const { callbacks, oldestCallbackSinceMillis, messages } = queue;
  const told: [Later, number, preact.ComponentChildren][] = [
    [
      "callbacks",
      callbacks,
      <>
        <b>{callbacks}</b> to be called back, the oldest for <b>{clock(nowMillis - (oldestCallbackSinceMillis ?? nowMillis))}</b>
      </>,
    ],
    [
      "messages",
      messages,
      <>
        <b>{messages}</b> {messages === 1 ? "new message" : "new messages"}
      </>,
    ],
  ];
  return (
    <>
      {told
        .filter(([, count]) => count > 0)
        .map(([what, , text]) =>
          open ? (
            <button type="button" class="quiet" key={what} data-figure={what} onClick={() => open(queue.id, what)}>
              {text}
            </button>
          ) : (
            <span key={what} data-figure={what}>
              {text}
            </span>
          ),
        )}
    </>
  );
}

/** What a supervisor has set, whatever the calendar says. */
export function SetDoor({ queue: { door } }: { queue: QueueRow }) {
  return door ? (
    <b class="set-door" data-door={door.open ? "open" : "closed"}>
      {door.open ? " Open" : " Closed"} {door.untilMillis === null ? "by a supervisor" : `until ${hourOfDay(door.untilMillis)}`}
    </b>
  ) : null;
}

function FigureTile({
  queue,
  shown,
  isAlarmed,
  history,
  ageMillis,
  open,
}: Pick<QueueTileProps, "history" | "ageMillis" | "open"> & { queue: string; shown: Shown; isAlarmed: boolean }) {
  const { figure, label, value, note } = shown;
  const inside = (
    <>
      <b data-figure={figure}>{value}</b>
      <span class="label">{label}</span>
      <Spark history={history} queue={queue} figure={figure} />
      <span class="age">
        {note ? `${note}, ` : ""}
        {age(ageMillis)}
      </span>
    </>
  );
  return open ? (
    <button type="button" class={`figure figure-${figure}`} data-alarmed={isAlarmed} onClick={() => open(queue, figure)}>
      {inside}
    </button>
  ) : (
    <div class={`figure figure-${figure}`} data-alarmed={isAlarmed}>
      {inside}
    </div>
  );
}
