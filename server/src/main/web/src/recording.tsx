// SPDX-License-Identifier: Apache-2.0
// The recording of a call: its parts, to be heard by those who may. A part is asked for only when it is to be heard,
// since who does so is written down.

import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import { clock, timeOfDay } from "./time";

interface Part {
  recording: string;
  part: number;
  scene: string;
  agent: string | null;
  beganAtMillis: number;
  beganWhy: string;
  endedAtMillis: number | null;
  endedWhy: string | null;
  file: string;
  lengthMillis: number;
}

interface Told {
  policy: string;
  partList: Part[];
  uses: { what: string; author: string; atMillis: number }[];
}

export function Recording({ call }: { call: string }) {
  const [told, setTold] = useState<Told>();
  const [heard, setHeard] = useState<string>();
  useEffect(() => {
    let stopped = false;
    setTold(undefined);
    setHeard(undefined);
    // Nothing recorded, or not for this user: then there is nothing to show.
    void get<Told>(`/api/calls/${encodeURIComponent(call)}/recording`).then((answer) => !stopped && setTold(answer.body));
    return () => {
      stopped = true;
    };
  }, [call]);
  if (!told?.partList) {
    return null;
  }
  return (
    <section class="recording" aria-label="Recording">
      <h4>Recording, {told.policy}</h4>
      <ol>
        {told.partList.map((part) => (
          <li key={part.recording} data-part={part.recording}>
            <time>{timeOfDay(part.beganAtMillis)}</time> {part.scene}
            {part.agent && ` of ${part.agent}`}, {part.beganWhy} – {part.endedWhy ?? "under way"}, {clock(part.lengthMillis)}{" "}
            {part.file !== "kept" ? (
              <small>{part.file}</small>
            ) : heard === part.recording ? (
              <audio controls autoplay src={`/api/recordings/${part.recording}/file`} />
            ) : (
              <button type="button" class="drill" onClick={() => setHeard(part.recording)}>
                Listen
              </button>
            )}{" "}
            {part.file === "kept" && (
              <a class="quiet" href={`/api/recordings/${part.recording}/file?download=true`} download={`${part.recording}.wav`}>
                Download
              </a>
            )}
          </li>
        ))}
      </ol>
      {told.uses.length > 0 && (
        <p class="by">
          {told.uses.map((use) => `${use.author} ${use.what} ${timeOfDay(use.atMillis)}`).join(", ")}
        </p>
      )}
    </section>
  );
}
