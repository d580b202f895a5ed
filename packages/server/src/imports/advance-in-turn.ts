import type { App } from "#app";
import { asCity } from "#use-case";
import { hasWaiting } from "#work";
import { advanceImport } from "./advance-import.ts";
import { findBatch } from "./batch.store.ts";
import { followSlowly } from "./follow-advance.ts";

/** An ordinary list is read or saved within this; whoever takes longer makes room for those who wait. */
const turnMillis = 4_000;
const lookEveryMillis = 500;

/**
 * Handler of `import.advance`. A file that takes longer than its turn while others wait goes to a lane of its own and is read
 * there from its beginning, or saved on from where it stood: some slow files, whoever sends them, hold up nobody's ordinary list.
 * While nobody waits it simply goes on.
 */
export async function advanceInTurn(
  app: App,
  batchId: string,
  { stop, millis = turnMillis }: { readonly stop?: AbortSignal | undefined; readonly millis?: number } = {},
): Promise<void> {
  const turn = watchTurn(app, millis);
  try {
    await advanceImport(app, batchId, stop ? AbortSignal.any([turn.signal, stop]) : turn.signal);
  } catch (error) {
    if (!turn.signal.aborted || stop?.aborted === true) throw error;
    await asCity(app, "import.advance", async (step) => {
      const batch = await findBatch(step.tx, batchId);
      if (batch !== undefined) await followSlowly(step, batch);
    });
  } finally {
    turn.end();
  }
}

/** `signal` ends the work when its turn is over and somebody waits. */
function watchTurn(app: App, millis: number) {
  const over = new AbortController();
  const from = Date.now();
  let isAsking = false;
  const look = async () => {
    if (isAsking || Date.now() - from < millis) return;
    isAsking = true;
    const waits = await asCity(app, "import.advance", ({ tx }) => hasWaiting(tx, "import.advance")).catch(
      () => false,
    );
    if (waits) over.abort(new Error("others wait"));
    isAsking = false;
  };
  const timer = setInterval(() => void look(), lookEveryMillis);
  return { signal: over.signal, end: () => clearInterval(timer) };
}
