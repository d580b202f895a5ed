import { coverSettingValues, defaultCoverSettings, type CoverSettings } from "@tuwai/domain/cover";
import type { Tx } from "#database";
import { readSettings } from "#settings";

/** The city's answers to what the cover clock leaves open; a value the clock does not know counts as unset. */
export function readCoverSettings(tx: Tx, regionCode: string): Promise<CoverSettings> {
  return readSettings(tx, regionCode, defaultCoverSettings, coverSettingValues);
}
