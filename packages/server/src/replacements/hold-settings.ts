import type { Setting } from "@tuwai/domain/contributions";
import type { HoldRules } from "@tuwai/domain/endings";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

const defaults = {
  "replacement-hold-days": { value: 14, confirmed: false } as Setting<number>,
  "hold-extensions-at-most": { value: 2, confirmed: false } as Setting<number>,
};

/** How long somebody is held for a replacement, and how often a person may extend that. */
export async function readHoldRules(tx: Tx, regionCode: string): Promise<HoldRules> {
  const settings = await readSettings(tx, regionCode, defaults);
  return {
    days: settings["replacement-hold-days"].value,
    extensionsAtMost: settings["hold-extensions-at-most"].value,
  };
}

/** Puts what the city may set about holds on the table of settings, unconfirmed. Run at each start. */
export function ensureHoldSettings(app: App): Promise<void> {
  return writeMissingSettings(app, defaults, () => "set by the city");
}
