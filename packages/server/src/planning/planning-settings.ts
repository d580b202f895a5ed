import type { Setting } from "@tuwai/domain/contributions";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

/** What share of vulnerable workers shall be covered, and at the end of which year; whole percent. */
export type PlanningSettings = {
  "coverage-target-percent": Setting<number>;
  "coverage-target-year": Setting<number>;
};

const defaults: PlanningSettings = {
  "coverage-target-percent": { value: 100, confirmed: false },
  "coverage-target-year": { value: 2029, confirmed: false },
};

const source =
  "aim of the programme: every vulnerable worker within a few years; the city has not set a year";

export const readPlanningSettings = (tx: Tx, regionCode: string): Promise<PlanningSettings> =>
  readSettings(tx, regionCode, defaults);

/** Puts the open questions on the table of settings, marked unconfirmed. Repeatable. */
export const ensurePlanningSettings = (app: App): Promise<void> =>
  writeMissingSettings(app, defaults, () => source);
