// SPDX-License-Identifier: Apache-2.0
// One call: its legs over time, why it went as it did, and each step.

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import type { Lane } from "./model";
import { Recording } from "./recording";
import { timeOfDay } from "./time";

interface Step {
  kind: "input" | "fact" | "command";
  atMicros: number;
  name: string;
  detail: string;
}

interface Sentence {
  atMicros: number;
  text: string;
}

interface Told {
  lanes: Lane[];
  sentences: Sentence[];
  steps: Step[];
  error: string;
}

const WIDTH = 720;
const NAMES = 150;
const ROW = 34;

export function Ladder({ call }: { call: string }) {
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      const [legs, explanation, ladder] = await Promise.all([
        get<{ legs: Lane[] }>(`/api/calls/${call}/legs`),
        get<{ sentences: Sentence[] }>(`/api/calls/${call}/explanation`),
        get<{ steps: Step[] }>(`/api/calls/${call}/ladder`),
      ]);
      if (!stopped) {
        setTold({
          lanes: legs.body?.legs ?? [],
          sentences: explanation.body?.sentences ?? [],
          steps: ladder.body?.steps ?? [],
          error: legs.error,
        });
      }
    };
    void look();
    const timer = window.setInterval(look, 2_000);
    return () => {
      stopped = true;
      window.clearInterval(timer);
    };
  }, [call]);
  if (told === undefined) {
    return <p class="empty">One moment.</p>;
  }
  if (told.error) {
    return <p class="wrong">{told.error}</p>;
  }
  return (
    <div class="ladder">
      <Lanes lanes={told.lanes} />
      <Recording call={call} />
      <ol class="sentences">
        {told.sentences.map((sentence, at) => (
          <li key={at}>
            <time>{exact(sentence.atMicros)}</time> {sentence.text}
          </li>
        ))}
      </ol>
      <details>
        <summary>{told.steps.length} steps</summary>
        <table class="calls">
          <tbody>
            {told.steps.map((one, at) => (
              <tr key={at}>
                <td>{exact(one.atMicros)}</td>
                <td>{one.kind}</td>
                <td>{one.name}</td>
                <td class="detail">
                  <bdi>{one.detail}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function exact(micros: number): string {
  return `${timeOfDay(micros / 1_000)}.${String(Math.floor(micros / 1_000) % 1_000).padStart(3, "0")}`;
}

/** Ringing is thin, answered is thick, hearing others is filled. */
function Lanes({ lanes }: { lanes: Lane[] }) {
  const begin = Math.min(...lanes.map((lane) => lane.beganMicros));
  const now = Date.now() * 1_000;
  const end = Math.max(begin + 1_000_000, ...lanes.map((lane) => lane.endedMicros ?? now));
  const x = (micros: number) => NAMES + ((WIDTH - NAMES - 8) * (micros - begin)) / (end - begin);
  const height = lanes.length * ROW + 22;
  return (
    <svg class="lanes" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${lanes.length} legs over ${Math.round((end - begin) / 1e6)} seconds`}>
      {lanes.map((lane, at) => {
        const y = at * ROW + 14;
        const over = lane.endedMicros ?? now;
        return (
          <g key={lane.id}>
            <text x="0" y={y + 5}>
              {lane.role} {lane.party ?? ""}
            </text>
            <line class="lane-ring" x1={x(lane.beganMicros)} x2={x(lane.answeredMicros ?? over)} y1={y} y2={y} />
            {lane.answeredMicros !== null && <rect class="lane-up" x={x(lane.answeredMicros)} y={y - 7} width={Math.max(1, x(over) - x(lane.answeredMicros))} height="14" />}
            {lane.stays.map((stay) => (
              <rect key={stay.fromMicros} class="lane-stay" x={x(stay.fromMicros)} y={y - 4} width={Math.max(1, x(stay.toMicros ?? over) - x(stay.fromMicros))} height="8">
                <title>
                  in bridge {stay.bridge} from {exact(stay.fromMicros)}
                </title>
              </rect>
            ))}
            {lane.endedMicros !== null && <line class="lane-end" x1={x(over)} x2={x(over)} y1={y - 10} y2={y + 10} />}
          </g>
        );
      })}
      <text x={NAMES} y={height - 4}>
        {exact(begin)}
      </text>
      <text x={WIDTH - 8} y={height - 4} text-anchor="end">
        {exact(end)}
      </text>
    </svg>
  );
}
