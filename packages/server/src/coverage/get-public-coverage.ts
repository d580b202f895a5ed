import { authorise } from "#access";
import { type App, publicActor } from "#app";
import { inTransaction } from "#database";
import { type Coverage, coverageDefinition } from "./coverage.ts";
import { findLastRelease, listPublished, listVillageNames } from "./release.store.ts";

/**
 * The last release as anyone may read it, through the login that sees released figures and place names only. All villages
 * are always there; before the first release every figure is null.
 */
export function getPublicCoverage(app: App): Promise<Coverage> {
  const actor = publicActor(app.config.regionCode);
  authorise(actor, "stats.public.read");
  return inTransaction(app, actor, async (tx) => {
    const release = await findLastRelease(tx, actor.regionCode);
    const rows = release ? await listPublished(tx, release.id) : [];
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const city = rows.find((row) => row.level === "city");
    return {
      definition: release?.definition ?? coverageDefinition,
      numerator: city?.numerator ?? null,
      denominator: city?.denominator ?? null,
      percent: city?.percent ?? null,
      sources: (release?.sources ?? []).map((source) => `${source.name} (${source.asOf})`),
      asOf: { numerator: release?.asOfNumerator ?? null, denominator: release?.asOfDenominator ?? null },
      unchangedSince: release?.unchangedSince ?? null,
      kecamatan: rows
        .filter((row) => row.level === "kecamatan")
        .map(({ code, name, numerator, denominator, percent, suppressed }) => {
          return { code, name, numerator, denominator, percent, suppressed };
        }),
      villages: (await listVillageNames(tx, actor.regionCode)).map(({ code, name, kecamatan }) => {
        const row = byCode.get(code);
        return {
          code,
          name,
          kecamatan,
          numerator: row?.numerator ?? null,
          denominator: row?.denominator ?? null,
          percent: row?.percent ?? null,
          suppressed: row?.suppressed ?? false,
        };
      }),
    };
  });
}
