// SPDX-License-Identifier: Apache-2.0

import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { CampaignsPage } from "./campaigns";
import { DeskPage } from "./desk";
import { HistoryPage } from "./history";
import { Login } from "./login";
import { PastPage } from "./past";
import { TvPage } from "./tv";
import { Wallboard } from "./wallboard";

function App() {
  const [login, setLogin] = useState(1);
  const [lapsed, setLapsed] = useState(0);
  const [place, setPlace] = useState(location.hash);
  useEffect(() => {
    const moved = () => setPlace(location.hash);
    window.addEventListener("hashchange", moved);
    return () => window.removeEventListener("hashchange", moved);
  }, []);
  // What a page asked under an earlier login may be refused late: it says nothing of this one.
  const refused = () => setLapsed((last) => Math.max(last, login));
  const path = location.pathname;
  if (path === "/tv" && place.length > 1) {
    return <TvPage token={place.slice(1)} />;
  }
  if (lapsed >= login) {
    return <Login done={() => setLogin(login + 1)} />;
  }
  if (path === "/desk") {
    return <DeskPage refused={refused} />;
  }
  if (place === "#campaigns") {
    return <CampaignsPage refused={refused} />;
  }
  if (place === "#past") {
    return <PastPage refused={refused} />;
  }
  return place === "#history" ? <HistoryPage refused={refused} /> : <Wallboard refused={refused} tv={path === "/tv"} />;
}

const place = document.getElementById("app");
if (place) {
  render(<App />, place);
}
