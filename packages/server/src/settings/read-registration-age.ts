import { defaultRegistrationSettings, type RegistrationAge } from "@tuwai/domain/contributions";
import type { Tx } from "#database";
import { readSettings } from "./read-settings.ts";

/** The ages BPJS takes at registration, as the city has them. */
export async function readRegistrationAge(tx: Tx, regionCode: string): Promise<RegistrationAge> {
  const settings = await readSettings(tx, regionCode, defaultRegistrationSettings);
  return {
    from: settings["registration-age-from"].value,
    below: settings["registration-age-below"].value,
  };
}
