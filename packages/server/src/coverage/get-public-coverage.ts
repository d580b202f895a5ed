import { coverageDefinition } from "@tuwai/domain/coverage";
import { read } from "#use-case";
import type { Coverage } from "./coverage.ts";
import { findLastRelease, listPublished } from "./release.store.ts";
import { listVillageNames } from "./village-name.view.ts";

/**
 * The last release as anyone may read it; asked as the public, through the login that sees released figures and place
 * names only. All villages are always there; before the first release every figure is null.
 */
export const getPublicCoverage = read(
  { purpose: "coverage-public", permission: "stats.public.read" },
  async ({ tx, actor }): Promise<Coverage> => {
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
  },
);
