// SPDX-License-Identifier: Apache-2.0
// Asking the server. It answers yes, or no with a sentence.

export interface Told<T = Record<string, unknown>> {
  ok: boolean;
  status: number;
  error: string;
  body: T | undefined;
}

async function told<T>(answer: Response | undefined): Promise<Told<T>> {
  const body = (await answer?.json().catch(() => undefined)) as (T & { error?: string }) | undefined;
  const ok = answer?.ok ?? false;
  const error = ok ? "" : (body?.error ?? "The server cannot be reached.");
  return { ok, status: answer?.status ?? 0, error, body };
}

export async function get<T>(path: string): Promise<Told<T>> {
  return told(await fetch(path).catch(() => undefined));
}

/** `keepalive` lets it arrive even where the page is being closed. */
export async function post<T>(path: string, body: unknown, keepalive = false): Promise<Told<T>> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    keepalive,
  }).catch(() => undefined);
  return told(answer);
}
