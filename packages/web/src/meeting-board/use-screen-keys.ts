import { useEffect, useState } from "react";

export type ScreenKeys = {
  /** From -2 to 3; what suits a hall stands for it until it is changed there. */
  readonly size: number;
  readonly isStill: boolean;
  /** False until scripts run: what a button does needs them. */
  readonly isRunning: boolean;
  readonly stop: () => void;
  readonly fill: () => void;
  readonly resize: (by: 1 | -1) => void;
};

const kept = "layar-huruf";
const smallest = -2;
const largest = 3;
const within = (size: number) => Math.min(largest, Math.max(smallest, Math.round(size) || 0));

/** P stops what moves, F fills the screen, + and − change the letters of this screen. */
export function useScreenKeys(): ScreenKeys {
  const [size, setSize] = useState(0);
  const [isStill, setStill] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const stop = () => setStill((before) => !before);
  const resize = (by: 1 | -1) =>
    setSize((before) => {
      const next = within(before + by);
      keepSize(next);
      return next;
    });
  useEffect(() => {
    setRunning(true);
    setSize(within(Number(readSize())));
    setStill(matchMedia("(prefers-reduced-motion: reduce)").matches);
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return;
      const act = { p: stop, f: fill, "+": () => resize(1), "=": () => resize(1), "-": () => resize(-1) }[
        key.toLowerCase()
      ];
      act?.();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return { size, isStill, isRunning, stop, fill, resize };
}

function fill(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

/** A browser may refuse to keep anything; then the size lasts as long as the page. */
function readSize(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

function keepSize(size: number): void {
  try {
    localStorage.setItem(kept, String(size));
  } catch {
    // As above.
  }
}
