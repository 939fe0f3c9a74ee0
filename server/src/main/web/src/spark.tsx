// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import { type Figure, type History, line } from "./halfhour";

const HEIGHT = 34;

/** A figure's last half hour as a line without axes; the text beside it says the same in words. */
export function Spark({ history, queue, figure }: { history: History; queue: string; figure: Figure }) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const [times, values] = line(history, queue, figure);
  const newest = times[times.length - 1] ?? 0;

  useEffect(() => {
    const into = place.current;
    if (!into) {
      return;
    }
    const colour = () => getComputedStyle(into).color;
    const top = (_: uPlot, least: number, most: number): [number, number] => [Math.min(0, least), Math.max(1, most) * 1.05];
    plot.current = new uPlot(
      {
        width: Math.max(40, into.clientWidth),
        height: HEIGHT,
        pxAlign: false,
        padding: [3, 0, 0, 0],
        cursor: { show: false },
        legend: { show: false },
        scales: { x: { time: true }, y: { range: figure === "level" ? [0, 1.02] : top } },
        axes: [{ show: false }, { show: false }],
        series: [{}, { stroke: colour, width: 2, spanGaps: false, points: { show: false } }],
      },
      [[], []],
      into,
    );
    const paintAgain = () => plot.current?.redraw();
    const size = new ResizeObserver(() => plot.current?.setSize({ width: Math.max(40, into.clientWidth), height: HEIGHT }));
    size.observe(into);
    const theme = new MutationObserver(paintAgain);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      size.disconnect();
      theme.disconnect();
      plot.current?.destroy();
    };
  }, []);

  useEffect(() => plot.current?.setData([times, values]), [newest, times.length]);
  return <div class="spark" ref={place} aria-hidden="true" />;
}
