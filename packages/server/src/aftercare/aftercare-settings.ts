import type { Setting } from "@tuwai/domain/contributions";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

/** What the city decides about following families: a decile, whole per cent. */
export type AftercareSettings = {
  /** The decile at which, and below which, a family counts as poor. */
  "poverty-line-decile": Setting<number>;
  "asked-sample-margin-percent": Setting<number>;
};

const defaults: AftercareSettings = {
  "poverty-line-decile": { value: 1, confirmed: false },
  "asked-sample-margin-percent": { value: 10, confirmed: false },
};

const sources: { readonly [Name in keyof AftercareSettings]: string } = {
  "poverty-line-decile": "which decile counts as poor is the social office's to say",
  "asked-sample-margin-percent": "set by the city with the inspectorate",
};

export const readAftercareSettings = (tx: Tx, regionCode: string): Promise<AftercareSettings> =>
  readSettings(tx, regionCode, defaults);

/** Puts the open questions on the table of settings, marked unconfirmed. Repeatable. */
export const ensureAftercareSettings = (app: App): Promise<void> =>
  writeMissingSettings(app, defaults, (name) => sources[name as keyof AftercareSettings]);
