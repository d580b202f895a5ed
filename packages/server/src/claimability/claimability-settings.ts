import type { Setting } from "@tuwai/domain/contributions";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

/** What law and practice leave open about judging a claim beforehand; months, whole percent, and heads. */
export type ClaimabilitySettings = {
  "claimability-evidence-months": Setting<number>;
  /** Whether a packet waits until a person decided of each who is red. */
  "claimability-red-needs-decision": Setting<boolean>;
  "visit-sample-percent": Setting<number>;
  "visit-sample-least": Setting<number>;
};

const defaults: ClaimabilitySettings = {
  "claimability-evidence-months": { value: 12, confirmed: false },
  "claimability-red-needs-decision": { value: true, confirmed: false },
  "visit-sample-percent": { value: 5, confirmed: false },
  "visit-sample-least": { value: 1, confirmed: false },
};

const sources: { readonly [Name in keyof ClaimabilitySettings]: string } = {
  "claimability-evidence-months": "which evidence of work the branch takes, and how old, is open",
  "claimability-red-needs-decision": "set by the city",
  "visit-sample-percent": "set by the city with the inspectorate",
  "visit-sample-least": "set by the city with the inspectorate",
};

export const readClaimabilitySettings = (tx: Tx, regionCode: string): Promise<ClaimabilitySettings> =>
  readSettings(tx, regionCode, defaults);

/** Puts the open questions on the table of settings, marked unconfirmed. Repeatable. */
export const ensureClaimabilitySettings = (app: App): Promise<void> =>
  writeMissingSettings(app, defaults, (name) => sources[name as keyof ClaimabilitySettings]);
