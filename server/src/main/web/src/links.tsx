// SPDX-License-Identifier: Apache-2.0
// Links by which a wall looks without a login.

import { useEffect, useState } from "preact/hooks";
import { get, post } from "./ask";
import { Dialog } from "./dialog";

interface Link {
  id: string;
  label: string;
  by: string;
  expiresAtMillis: number;
  revoked: boolean;
  valid: boolean;
}

const LASTS: [number, string][] = [
  [24 * 60, "one day"],
  [7 * 24 * 60, "one week"],
  [90 * 24 * 60, "90 days"],
];

export function Links({ close }: { close: () => void }) {
  const [links, setLinks] = useState<Link[]>([]);
  const [fresh, setFresh] = useState("");
  const [wrong, setWrong] = useState("");

  const look = async () => {
    const told = await get<{ links: Link[] }>("/api/wall/links");
    setLinks(told.body?.links ?? []);
  };
  useEffect(() => void look(), []);

  const issue = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const told = await post<{ path: string }>("/api/wall/links", { label: form.get("label"), minutes: Number(form.get("minutes")) });
    setWrong(told.error);
    setFresh(told.body?.path === undefined ? "" : location.origin + told.body.path);
    window.setTimeout(look, 300);
  };

  const revoke = async (id: string) => {
    const told = await post(`/api/wall/links/${id}/revoke`, {});
    setWrong(told.error);
    window.setTimeout(look, 300);
  };

  return (
    <Dialog title="Links for walls" close={close}>
      <p class="by">Whoever has such a link sees the queues, nobody's name, and can change nothing.</p>
      <form onSubmit={issue} class="limits">
        <label>
          Where it hangs
          <input name="label" required maxLength={80} />
        </label>
        <label>
          Lasts
          <select name="minutes">
            {LASTS.map(([minutes, words]) => (
              <option key={minutes} value={minutes}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Make a link</button>
      </form>
      <p class="wrong" role="alert">
        {wrong}
      </p>
      {fresh && (
        <p>
          Shown only now: <input class="fresh" readOnly value={fresh} aria-label="The link" onFocus={(event) => event.currentTarget.select()} />
        </p>
      )}
      <table class="calls">
        <tbody>
          {links.map((link) => (
            <tr key={link.id}>
              <td>
                <bdi>{link.label}</bdi>
              </td>
              <td>by {link.by}</td>
              <td>{link.revoked ? "revoked" : link.valid ? `until ${new Date(link.expiresAtMillis).toLocaleString()}` : "over"}</td>
              <td>
                {link.valid && (
                  <button type="button" onClick={() => revoke(link.id)}>
                    Revoke
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
