import type { Range } from "@tuwai/domain/indicators";
import type { Step } from "#use-case";
import { type EstimateSource, findLastVersion, listVillageEstimates } from "./estimate.store.ts";

export type EstimateOf = Range & {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly sources: readonly EstimateSource[];
};

/** Vulnerable workers of each village of the area as estimated, in code order; nothing before there are sources. */
export async function estimatesOf(step: Pick<Step, "tx" | "area">): Promise<readonly EstimateOf[]> {
  const { tx, area } = step;
  const version = await findLastVersion(tx);
  if (version === undefined) return [];
  const rows = await listVillageEstimates(tx, version.id);
  const ofAll = version.sources.filter(
    ({ kind }) => kind !== "village-persons" && kind !== "kecamatan-population",
  );
  return rows
    .filter(({ villageCode }) => area.villageCode === null || villageCode === area.villageCode)
    .filter(({ kecamatanCode }) => area.kecamatanCode === null || kecamatanCode === area.kecamatanCode)
    .map((row) => ({
      ...row,
      sources: [
        ...ofAll,
        ...version.sources.filter(({ place }) => place === row.kecamatanCode || place === row.villageCode),
      ],
    }));
}
