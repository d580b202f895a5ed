import type { Mark } from "#law";
import { latestMinimumBase } from "./contribution-rates.ts";

/**
 * A point the law leaves open, answered by a choice with a name. `confirmed` once the named office has answered; until then
 * `mark` says how far the default is known, from memory where nothing is said.
 */
export type Setting<Value> = { value: Value; confirmed: boolean; mark?: Mark };

/** What a result shows of a setting it rests on. */
export type ShownSetting = {
  name: string;
  value: boolean | number | string;
  confirmed: boolean;
  mark: Mark;
};

/**
 * - `apbdes-is-apbd`: village money (APBDes, ADD) counts as APBD, so PP 50/2025 gives it no relief. Asked of BPJS.
 * - `pooled-asn-is-private`: money of civil servants collected in one account stays private and keeps the relief.
 * - `pu-village-minimum-wage-rupiah`: lowest wage base BPJS accepts for a village officer.
 */
export type PriceSettings = {
  "apbdes-is-apbd": Setting<boolean>;
  "pooled-asn-is-private": Setting<boolean>;
  "pu-village-minimum-wage-rupiah": Setting<number>;
};

export const defaultPriceSettings: PriceSettings = {
  "apbdes-is-apbd": { value: true, confirmed: false },
  "pooled-asn-is-private": { value: true, confirmed: false },
  "pu-village-minimum-wage-rupiah": { value: latestMinimumBase, confirmed: false },
};

/** Settings as rows of a result, in a fixed order. */
export function listSettings(settings: Record<string, Setting<boolean | number | string>>): ShownSetting[] {
  return Object.entries(settings).map(([name, { value, confirmed, mark = "from-memory" }]) => ({
    name,
    value,
    confirmed,
    mark,
  }));
}
