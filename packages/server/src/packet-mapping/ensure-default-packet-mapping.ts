import type { App } from "#app";
import { readPricing } from "#contributions";
import { asCity } from "#use-case";
import { defaultColumns } from "./packet-columns.ts";
import { findLatestMapping, insertMapping } from "./packet-mapping.store.ts";

/** Gives the city's branch a first mapping with every field BPJS forms name. Run at each start; changes nothing later. */
export function ensureDefaultPacketMapping(app: App): Promise<void> {
  return asCity(app, "packet-mapping.default", async (step) => {
    const { tx, actor } = step;
    const { enrolment } = await readPricing(tx, actor.regionCode);
    const place = { regionCode: actor.regionCode, branch: enrolment["bpjs-branch"].value };
    if ((await findLatestMapping(tx, place)) !== undefined) return;
    const made = { changedBy: actor.userId, at: step.now };
    if (!(await insertMapping(tx, { ...place, number: 1, columns: defaultColumns, ...made }))) return;
    const details = { number: 1, columns: defaultColumns.length };
    await step.audit({ objectType: "packet-mapping", objectId: place.branch, details });
  });
}
