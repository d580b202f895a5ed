import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#app";
import { asSystem } from "#database";
import { performUnit, takeUnit } from "./perform-unit.ts";
import { countOpenWork } from "./work.store.ts";

const pauseMillis = 50;

/** Works until nothing is due; returns how many messages were handled. Several processes may drain at once. */
export async function drainWork(app: App): Promise<number> {
  return drain(app, false);
}

/**
 * Works until nothing is left at all: what failed is tried again at once until it is done or given up, and what another
 * process has in hand is waited for. Returns how many messages were handled here.
 */
export async function drainToEmpty(app: App): Promise<number> {
  let handled = 0;
  for (;;) {
    handled += await drain(app, true);
    if ((await asSystem(app, countOpenWork)) === 0) return handled;
    await pause(pauseMillis);
  }
}

async function drain(app: App, hurry: boolean): Promise<number> {
  let handled = 0;
  for (;;) {
    const unit = await takeUnit(app, { hurry });
    if (!unit) return handled;
    await performUnit(app, unit);
    handled += unit.messages.length;
  }
}
