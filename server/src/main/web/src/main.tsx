// SPDX-License-Identifier: Apache-2.0

import { render } from "preact";
import { useState } from "preact/hooks";
import { Login } from "./login";
import { Wallboard } from "./wallboard";

function App() {
  const [known, setKnown] = useState(true);
  return known ? <Wallboard refused={() => setKnown(false)} /> : <Login done={() => setKnown(true)} />;
}

const place = document.getElementById("app");
if (place) {
  render(<App />, place);
}
