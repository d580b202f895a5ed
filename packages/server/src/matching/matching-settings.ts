import type { Setting } from "@tuwai/domain/contributions";
import type { ChoiceRules } from "@tuwai/domain/matching";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

const defaults = {
  "sponsor-answer-days": { value: 7, confirmed: false } as Setting<number>,
  "sponsor-asks-another-at-most": { value: 2, confirmed: false } as Setting<number>,
};

/** How long a sponsor who chooses himself is waited for, and how often he may ask for another worker. */
export async function readChoiceRules(tx: Tx, regionCode: string): Promise<ChoiceRules> {
  const settings = await readSettings(tx, regionCode, defaults);
  return {
    answerDays: settings["sponsor-answer-days"].value,
    asksAtMost: settings["sponsor-asks-another-at-most"].value,
  };
}

/** Puts what the city may set about matching on the table of settings, unconfirmed. Run at each start. */
export function ensureMatchingSettings(app: App): Promise<void> {
  return writeMissingSettings(app, defaults, () => "set by the city");
}
