import type { App } from "#app";
import { asCity } from "#use-case";
import { findBatch } from "./batch.store.ts";

const everyMillis = 500;

/**
 * Looks, for as long as a file is being read, whether its sender has set it aside; `signal` then ends the reading. The database
 * is asked, as the sender may stand before another process.
 */
export function watchBatch(app: App, batchId: string) {
  const setAside = new AbortController();
  let isAsking = false;
  const look = async () => {
    if (isAsking) return;
    isAsking = true;
    const batch = await asCity(app, "import.check", ({ tx }) => findBatch(tx, batchId)).catch(() => null);
    if (batch !== null && batch?.state !== "received") setAside.abort(new Error("the file was set aside"));
    isAsking = false;
  };
  const timer = setInterval(() => void look(), everyMillis);
  return {
    signal: setAside.signal,
    end: () => setAside.abort(new Error("the file was set aside")),
    stop: () => clearInterval(timer),
  };
}
