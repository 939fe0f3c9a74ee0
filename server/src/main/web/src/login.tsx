// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "preact/hooks";
import { Logo } from "./marks";

export function Login({ done }: { done: () => void }) {
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => name.current?.focus(), []);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setWrong("");
    const answer = await fetch("/api/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: name.current?.value, password: password.current?.value }),
    }).catch(() => undefined);
    setBusy(false);
    if (answer?.ok) {
      done();
      return;
    }
    const told = (await answer?.json().catch(() => undefined)) as { error?: string } | undefined;
    setWrong(told?.error ?? "The server cannot be reached.");
    password.current?.select();
  };

  return (
    <main class="login">
      <form onSubmit={submit}>
        <h1>
          <Logo />
          Ringmaster
        </h1>
        <label>
          Name
          <input ref={name} name="name" autocomplete="username" autocapitalize="none" required />
        </label>
        <label>
          Password
          <input ref={password} name="password" type="password" autocomplete="current-password" required />
        </label>
        <p class="wrong" role="alert">
          {wrong}
        </p>
        <button type="submit" disabled={busy}>
          {busy ? "One moment" : "Log in"}
        </button>
      </form>
    </main>
  );
}
