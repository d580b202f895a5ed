import type { Setting } from "@tuwai/domain/contributions";
import { defaultPrecedence, type Precedence, precedences } from "@tuwai/domain/double-cover";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";

const defaults = {
  "double-cover-precedence": { value: defaultPrecedence, confirmed: false } as Setting<Precedence>,
};

/** Who pays when two could, as the city has it, and whether whoever was asked has answered. */
export async function readPrecedence(tx: Tx, regionCode: string): Promise<Setting<Precedence>> {
  const { "double-cover-precedence": setting } = await readSettings(tx, regionCode, defaults);
  const value = precedences.find((known) => known === setting.value) ?? defaultPrecedence;
  return { value, confirmed: setting.confirmed };
}

/** Puts the open question on the table of settings, unconfirmed. Run at each start. */
export function ensurePrecedence(app: App): Promise<void> {
  return writeMissingSettings(app, defaults, () => "to be agreed with the province; open");
}
