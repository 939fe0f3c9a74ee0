// SPDX-License-Identifier: Apache-2.0
// Thresholds and mutes of a queue, for those who may.

import { useState } from "preact/hooks";
import { post } from "./ask";
import { Dialog } from "./dialog";
import type { LimitsRow } from "./model";
import { timeOfDay } from "./time";

type Field = "waitingAmber" | "waitingRed" | "longestAmberMillis" | "longestRedMillis" | "levelTarget" | "levelAmber" | "levelRed";

const FIELDS: [Field, string, number][] = [
  ["waitingAmber", "Amber when so many wait", 1],
  ["waitingRed", "Red when so many wait", 1],
  ["longestAmberMillis", "Amber when one waits so many seconds", 1_000],
  ["longestRedMillis", "Red when one waits so many seconds", 1_000],
  ["levelTarget", "Target: so many percent answered in time", 1],
  ["levelAmber", "Amber below so many percent", 1],
  ["levelRed", "Red below so many percent", 1],
];

const MUTES: [number, string][] = [
  [15, "15 minutes"],
  [60, "1 hour"],
  [480, "8 hours"],
];

export function Limits({ limits, name, nowMillis, close }: { limits: LimitsRow; name: string; nowMillis: number; close: () => void }) {
  // What the form was filled from: the server is told, and says no where somebody has been quicker.
  const [seen, setSeen] = useState(limits);
  const [wrong, setWrong] = useState("");
  const changed = limits.version !== seen.version;
  const path = `/api/queues/${encodeURIComponent(limits.id)}`;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const body: Record<string, number> = { seenVersion: seen.version };
    for (const [field, , unit] of FIELDS) {
      body[field] = Math.round(Number(form.get(field)) * unit);
    }
    const told = await post(`${path}/thresholds`, body);
    setWrong(told.error);
    if (told.ok) {
      close();
    }
  };

  const mute = async (minutes: number) => {
    const told = await post(`${path}/mute`, { minutes });
    setWrong(told.error);
  };

  const muted = (limits.mutedUntilMillis ?? 0) > nowMillis;
  return (
    <Dialog title={`Thresholds of ${name}`} close={close}>
      <p class="by">
        {limits.by === null ? "Nobody has set them: these are the usual ones." : `Set by ${limits.by} at ${timeOfDay(limits.setAtMillis ?? 0)}.`} 0 is no alarm.
      </p>
      {changed && (
        <p class="wrong" role="alert">
          {limits.by} has changed them meanwhile.{" "}
          <button type="button" onClick={() => setSeen(limits)}>
            Show theirs
          </button>
        </p>
      )}
      <p class="wrong" role="alert">
        {wrong}
      </p>
      <form key={seen.version} onSubmit={save} class="limits">
        {FIELDS.map(([field, label, unit]) => (
          <label key={field}>
            {label}
            <input name={field} type="number" min="0" step="1" required defaultValue={String(seen[field] / unit)} />
          </label>
        ))}
        <button type="submit">Set</button>
      </form>
      <div class="choice" role="group" aria-label="Sound of this queue's alarm">
        {muted ? (
          <>
            <span>
              Muted until {timeOfDay(limits.mutedUntilMillis ?? 0)} by {limits.mutedBy}.
            </span>
            <button type="button" onClick={() => mute(0)}>
              Sound again
            </button>
          </>
        ) : (
          <>
            <span>Mute its sound for</span>
            {MUTES.map(([minutes, words]) => (
              <button type="button" key={minutes} onClick={() => mute(minutes)}>
                {words}
              </button>
            ))}
          </>
        )}
      </div>
    </Dialog>
  );
}
