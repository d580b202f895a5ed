import { coverageDefinition } from "@tuwai/domain/coverage";
import type { Range } from "@tuwai/domain/indicators";
import { jakartaDate } from "@tuwai/domain/time";
import { read } from "#use-case";
import type { Coverage } from "./coverage.ts";
import { findLastRelease, listPublished, type PublishedRow } from "./release.store.ts";
import { listVillageNames } from "./village-name.view.ts";

/**
 * The last release as anyone may read it; asked as the public, through the login that sees released figures and place
 * names only. All villages are always there; before the first release every figure is null.
 */
export const getPublicCoverage = read(
  { purpose: "coverage-public", permission: "stats.public.read", isKept: true },
  async ({ tx, actor }): Promise<Coverage> => {
    const release = await findLastRelease(tx, actor.regionCode);
    const rows = release ? await listPublished(tx, release.id) : [];
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const city = rows.find((row) => row.level === "city");
    const { suppressed: _, isSilent: __, isSmall: ___, ...ofCity } = shown(city);
    return {
      definition: release?.definition ?? coverageDefinition,
      ...ofCity,
      month: release?.month ?? null,
      releasedOn: release ? jakartaDate(release.releasedAt.getTime()) : null,
      citationCode: release?.citationCode ?? null,
      sources: (release?.sources ?? []).map((source) => `${source.name} (${source.asOf})`),
      asOf: { numerator: release?.asOfNumerator ?? null, denominator: release?.asOfDenominator ?? null },
      unchangedSince: release?.unchangedSince ?? null,
      kecamatan: rows
        .filter((row) => row.level === "kecamatan")
        .map((row) => ({ code: row.code, name: row.name, ...shown(row) })),
      villages: (await listVillageNames(tx, actor.regionCode)).map(({ code, name, kecamatan }) => {
        return { code, name, kecamatan, ...shown(byCode.get(code)) };
      }),
    };
  },
);

/** A place as anyone may read it. */
const shown = (row: PublishedRow | undefined) => ({
  numerator: row?.numerator ?? null,
  denominator: row?.estimate ?? null,
  percent: row?.percent ?? null,
  suppressed: row?.suppressed ?? false,
  listed: row?.listed ?? null,
  isSilent: row?.isSilent ?? false,
  isSmall: row?.isSmall ?? false,
  estimate: row === undefined ? null : estimateOf(row),
});

function estimateOf({ estimateLow, estimate, estimateHigh }: PublishedRow): Range | null {
  if (estimateLow === null || estimate === null || estimateHigh === null) return null;
  return { low: estimateLow, middle: estimate, high: estimateHigh };
}
