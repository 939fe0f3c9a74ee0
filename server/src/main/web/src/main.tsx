// SPDX-License-Identifier: Apache-2.0

import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { CampaignsPage } from "./campaigns";
import { DeskPage } from "./desk";
import { HistoryPage } from "./history";
import { Login } from "./login";
import { TvPage } from "./tv";
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
  const path = location.pathname;
  if (path === "/tv" && place.length > 1) {
    return <TvPage token={place.slice(1)} />;
  }
  if (!known) {
    return <Login done={() => setKnown(true)} />;
  }
  if (path === "/desk") {
    return <DeskPage refused={refused} />;
  }
  if (place === "#campaigns") {
    return <CampaignsPage refused={refused} />;
  }
  return place === "#history" ? <HistoryPage refused={refused} /> : <Wallboard refused={refused} tv={path === "/tv"} />;
}

const place = document.getElementById("app");
if (place) {
  render(<App />, place);
}
