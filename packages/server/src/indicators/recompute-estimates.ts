import { estimateWorkers, type MissingBasis, type Range } from "@tuwai/domain/indicators";
import { canonical } from "#database";
import { change, type Operation, type Step } from "#use-case";
import { type EstimatePlace, listEstimatePlaces } from "./estimate-place.view.ts";
import {
  type EstimateSource,
  insertVersion,
  listSources,
  findLastVersion,
  lockEstimates,
  type VillageEstimate,
} from "./estimate.store.ts";
import { type Typist, typistOf } from "./typist.ts";

export type EstimateOutcome =
  | { readonly outcome: "estimated"; readonly number: number }
  /** The same sources give the same figures: the version that stands goes on standing. */
  | { readonly outcome: "same"; readonly number: number }
  | { readonly outcome: "missing"; readonly missing: readonly MissingBasis[] };

/** Makes the estimate anew from the sources as they stand. Never reads what villages list. */
export const recomputeEstimates = change(
  { name: "worker-estimate.make", permission: "indicator.write" },
  async (step, _input: Operation): Promise<EstimateOutcome> => {
    const made = await makeEstimates(step, typistOf(step));
    if (made.outcome !== "estimated") return step.unchanged(made);
    await step.audit({
      objectType: "worker_estimate",
      objectId: String(made.number),
      details: { number: made.number },
    });
    return made;
  },
);

/** The same inside another change, which audits it. */
export async function makeEstimates(step: Step, by: Typist): Promise<EstimateOutcome> {
  const { tx, actor } = step;
  await lockEstimates(tx);
  const places = await listEstimatePlaces(tx);
  const { basis, used } = basisOf(await listSources(tx), places, actor.regionCode);
  const made = estimateWorkers(basis);
  if (made.outcome === "missing") return made;
  const last = await findLastVersion(tx);
  if (last !== undefined && canonical(last.sources) === canonical(used))
    return { outcome: "same", number: last.number };
  const number = (last?.number ?? 0) + 1;
  const kecamatanOf = new Map(places.map(({ code, kecamatanCode }) => [code, kecamatanCode]));
  const villages: readonly VillageEstimate[] = made.villages.map(({ code, ...range }) => ({
    villageCode: code,
    kecamatanCode: kecamatanOf.get(code)!,
    ...range,
  }));
  await insertVersion(step, { id: step.newId(), number, ...made.city, sources: used }, villages, by);
  return { outcome: "estimated", number };
}

/** What lacks before there can be an estimate; nothing when there can. */
export async function missingBasis({
  tx,
  actor,
}: Pick<Step, "tx" | "actor">): Promise<readonly MissingBasis[]> {
  const made = estimateWorkers(
    basisOf(await listSources(tx), await listEstimatePlaces(tx), actor.regionCode).basis,
  );
  return made.outcome === "missing" ? made.missing : [];
}

function basisOf(sources: readonly EstimateSource[], places: readonly EstimatePlace[], city: string) {
  const find = (kind: EstimateSource["kind"], place: string) =>
    sources.find((source) => source.kind === kind && source.place === place);
  const villages = places.filter(({ kecamatanCode }) => kecamatanCode !== null);
  const kecamatan = places.filter(({ kecamatanCode }) => kecamatanCode === null);
  const entered = [
    find("employed", city),
    find("informal-share", city),
    find("out-of-scope", city),
    ...kecamatan.map(({ code }) => find("kecamatan-population", code) ?? asSource(code, kecamatan)),
    ...villageWeights(villages, find),
  ].filter((source) => source !== undefined);
  const [employed, share, outOfScope] = (["employed", "informal-share", "out-of-scope"] as const).map(
    (kind): Range | null => entered.find((source) => source.kind === kind) ?? null,
  );
  const population = new Map(
    entered.flatMap(({ kind, place, middle }) =>
      kind === "kecamatan-population" ? [[place, middle] as const] : [],
    ),
  );
  const weights = new Map(
    entered.flatMap(({ kind, place, middle }) =>
      kind === "village-persons" ? [[place, middle] as const] : [],
    ),
  );
  const basis = {
    employed: employed ?? null,
    informalPercent: share ?? null,
    outOfScope: outOfScope ?? null,
    kecamatan: population,
    villages: villages.map(({ code, kecamatanCode }) => ({
      code,
      kecamatanCode: kecamatanCode!,
      weight: weights.get(code) ?? null,
    })),
  };
  return { basis, used: entered };
}

type Find = (kind: EstimateSource["kind"], place: string) => EstimateSource | undefined;

/** Persons as entered where every village of the kecamatan has them, else as the region pack: two counts are never mixed in one. */
function villageWeights(
  villages: readonly EstimatePlace[],
  find: Find,
): readonly (EstimateSource | undefined)[] {
  const groups = Map.groupBy(villages, ({ kecamatanCode }) => kecamatanCode);
  return [...groups.values()].flatMap((group) => {
    const entered = group.map(({ code }) => find("village-persons", code));
    return entered.every((source) => source !== undefined)
      ? entered
      : group.map(({ code }) => asSource(code, group));
  });
}

function asSource(code: string, places: readonly EstimatePlace[]): EstimateSource | undefined {
  const place = places.find((known) => known.code === code);
  if (place === undefined || place.population === null) return undefined;
  const { population, populationSource, kecamatanCode } = place;
  return {
    kind: kecamatanCode === null ? "kecamatan-population" : "village-persons",
    place: code,
    low: population,
    middle: population,
    high: population,
    asOf: /\b20\d{2}\b/.exec(populationSource ?? "")?.[0] ?? "",
    mark: kecamatanCode === null ? "reported" : "from-memory",
    source: populationSource ?? "",
  };
}
