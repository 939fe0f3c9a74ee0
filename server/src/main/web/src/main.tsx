// SPDX-License-Identifier: Apache-2.0

import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { HistoryPage } from "./history";
import { Login } from "./login";
import { Wallboard } from "./wallboard";

function App() {
  const [known, setKnown] = useState(true);
  const [place, setPlace] = useState(location.hash);
  useEffect(() => {
    const moved = () => setPlace(location.hash);
    window.addEventListener("hashchange", moved);
    return () => window.removeEventListener("hashchange", moved);
  }, []);
  const refused = () => setKnown(false);
  if (!known) {
    return <Login done={() => setKnown(true)} />;
  }
  return place === "#history" ? <HistoryPage refused={refused} /> : <Wallboard refused={refused} />;
}

const place = document.getElementById("app");
if (place) {
  render(<App />, place);
}
