// SPDX-License-Identifier: Apache-2.0
// Messages that callers left for the agent's queues. Asked for now and then: nobody waits on the line for them.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";
import { Strange } from "./caller";
import type { VoiceMessage } from "./model";
import { clock } from "./time";

const AGAIN_MILLIS = 10_000;

const STATE: Record<VoiceMessage["state"], string> = {
  greeted: "begins",
  speaking: "is being left",
  new: "new",
  heard: "heard",
  "called-back": "called back",
};

export interface MessagesProps {
  agent: string;
  /** Only those of this queue; all that may be seen without it. */
  queue?: string;
  canCall: boolean;
}

export function Messages({ agent, queue, canCall }: MessagesProps) {
  const [messages, setMessages] = useState<VoiceMessage[]>([]);
  const [problem, setProblem] = useState("");
  const [heard, setHeard] = useState<string>();
  const load = async () => {
    const told = await get<{ messages: VoiceMessage[] }>(queue === undefined ? "/api/messages" : `/api/messages?queue=${encodeURIComponent(queue)}`);
    if (told.body) {
      setMessages(told.body.messages);
    }
  };
  useEffect(() => {
    void load();
    const again = setInterval(() => void load(), AGAIN_MILLIS);
    return () => clearInterval(again);
  }, [agent, queue]);
  if (messages.length === 0 && !problem) {
    return null;
  }
  const ask = async (id: string, verb: string) => {
    const answer = await post(`/api/messages/${encodeURIComponent(id)}/${verb}`, {});
    setProblem(answer.error);
    await load();
  };
  return (
    <section class="messages" aria-label="Messages">
      <h2>Messages</h2>
      <p class="wrong" role="alert">
        {problem}
      </p>
      <ul>
        {messages.map((one) => (
          <li key={one.id} data-message={one.id} data-state={one.state}>
            <p>
              <b>{STATE[one.state]}</b> {one.name && <Strange text={one.name} />} <bdi class="number">{one.number ?? "number withheld"}</bdi>
              {" · "}queue <bdi>{one.queueName ?? one.queue}</bdi> · <time>{new Date(one.leftMillis).toLocaleString()}</time>
              {one.durationMillis !== null && ` · ${clock(one.durationMillis)}`}
              {one.heardBy && ` · heard by ${one.heardBy}`}
              {one.calledBackBy && ` · called back by ${one.calledBackBy}`}
            </p>
            <div class="choice" role="group" aria-label={`Message from ${one.number ?? "a withheld number"}`}>
              {heard === one.id ? (
                <audio controls autoplay src={`/api/messages/${encodeURIComponent(one.id)}/file`} />
              ) : (
                <button type="button" onClick={() => setHeard(one.id)}>
                  Listen
                </button>
              )}
              {one.number && canCall && (
                <button type="button" onClick={() => void ask(one.id, "call-back")}>
                  Call back
                </button>
              )}
              <button type="button" onClick={() => void ask(one.id, "done")}>
                Done
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
