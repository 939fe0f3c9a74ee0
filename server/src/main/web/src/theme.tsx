// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from "preact/hooks";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

function kept(): Theme {
  return THEMES.find((theme) => theme === localStorage.getItem("theme")) ?? "system";
}

/** Light, dark, or as the system says. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(kept());
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    localStorage.setItem("theme", theme);
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const shown = theme === "system" ? "Auto" : theme === "light" ? "Light" : "Dark";
  return (
    <button type="button" class="quiet" onClick={() => setTheme(next)} aria-label={`${shown} colours: change to ${next}`}>
      {shown}
    </button>
  );
}
