import type { Setting } from "@tuwai/domain/contributions";
import type { DecileLines } from "@tuwai/domain/targeting";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

/** Where the city draws its lines; deciles 1 (poorest) to 10. */
export type TargetingSettings = {
  /** The highest decile that counts as poor. */
  "targeting-poor-to-decile": Setting<number>;
  /** The lowest decile that counts as better off. */
  "targeting-better-from-decile": Setting<number>;
};

const defaults: TargetingSettings = {
  "targeting-poor-to-decile": { value: 4, confirmed: false },
  "targeting-better-from-decile": { value: 6, confirmed: false },
};

const sources: { readonly [Name in keyof TargetingSettings]: string } = {
  "targeting-poor-to-decile":
    "which deciles come first is the social office's to say; deciles 1 to 4 are practice in other aid",
  "targeting-better-from-decile":
    "from which decile on somebody is looked at again is the social office's to say",
};

export const readTargetingSettings = (tx: Tx, regionCode: string): Promise<TargetingSettings> =>
  readSettings(tx, regionCode, defaults);

export async function readDecileLines(
  tx: Tx,
  regionCode: string,
): Promise<DecileLines & { readonly confirmed: boolean }> {
  const settings = await readTargetingSettings(tx, regionCode);
  const { "targeting-poor-to-decile": poor, "targeting-better-from-decile": better } = settings;
  return { poorTo: poor.value, betterFrom: better.value, confirmed: poor.confirmed && better.confirmed };
}

/** Puts the open questions on the table of settings, marked unconfirmed. Repeatable. */
export const ensureTargetingSettings = (app: App): Promise<void> =>
  writeMissingSettings(app, defaults, (name) => sources[name as keyof TargetingSettings]);
