import { addMonths } from "@tuwai/domain/time";
import type { App } from "#app";
import { wholeCity } from "#access";
import { listFollowedClaims } from "#claims";
import { asCity } from "#use-case";
import { insertReadings } from "./decile.store.ts";
import { listFamilyReadings } from "./family-welfare.view.ts";

/** A family is followed for three years; of one longer ago nothing more is noted. */
const months = 48;

/** Handler of `aftercare.read-deciles`, every night: a new release is noted for every family that is followed. */
export function readDeciles(app: App): Promise<void> {
  return asCity(app, "aftercare.read-deciles", async (step) => {
    const { tx, actor, today, newId } = step;
    const claims = await listFollowedClaims(tx, wholeCity(actor.regionCode), addMonths(today, -months));
    const found = await listFamilyReadings(
      tx,
      claims.map(({ personId }) => personId),
    );
    const readings = Map.groupBy(found, ({ personId }) => personId);
    const rows = claims.flatMap(({ claimId, personId, villageCode, kecamatanCode }) =>
      (readings.get(personId) ?? []).map(({ release, asOf, decileFrom, decile }) => ({
        id: newId(),
        claimId,
        villageCode,
        kecamatanCode,
        release,
        asOf,
        decileFrom,
        decile,
      })),
    );
    if (rows.length > 0) await insertReadings(step, rows);
  });
}
