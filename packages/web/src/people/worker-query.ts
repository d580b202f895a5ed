import { exitNames, stageNames } from "@tuwai/domain/dashboards";
import { ladderStages } from "@tuwai/domain/indicators";
import { occupationGroups } from "@tuwai/domain/occupations";
import type { WorkerQuery, WorkerSort, WorkerStage } from "@tuwai/server/workers";
import { peopleTexts } from "#language/people.ts";
import { formText } from "#shell";

type Asked = { readonly [K in keyof WorkerQuery]: WorkerQuery[K] };

/** Names of what the address may filter and sort by, in the order of the screen. */
export const filterNames = [
  "desa",
  "tahap",
  "tangga",
  "posisi",
  "kecamatan",
  "pekerjaan",
  "kelompok",
  "urut",
] as const;
export type FilterName = (typeof filterNames)[number];

/** What the list is asked for: by what its address says, anything else counts as not said, and by what was sent to search for. */
export function readWorkerQuery(params: URLSearchParams, q: string): Asked {
  const { stages, targets, sorts } = peopleTexts.id;
  const village = params.get("desa") ?? "";
  const stage = oneOf(Object.keys(stages) as WorkerStage[], params.get("tahap"));
  const ladderStage = oneOf(ladderStages, params.get("tangga"));
  const standing = oneOf([...stageNames, ...exitNames], params.get("posisi"));
  const kecamatan = params.get("kecamatan") ?? "";
  const occupation = oneOf(occupationGroups, params.get("pekerjaan"));
  const target = oneOf(Object.keys(targets), params.get("kelompok"));
  const sort = oneOf(Object.keys(sorts) as WorkerSort[], params.get("urut"));
  return {
    ...(q === "" ? {} : { q }),
    ...(/^[\d.]{8,16}$/.test(village) ? { villageCode: village } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(ladderStage === undefined ? {} : { ladderStage }),
    ...(standing === undefined ? {} : { standing }),
    ...(/^[\d.]{8}$/.test(kecamatan) ? { kecamatanCode: kecamatan } : {}),
    ...(occupation === undefined ? {} : { occupationGroup: occupation }),
    ...(target === undefined ? {} : { targetGroup: target }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** The filters of the form that the search was sent with; empty ones say nothing. */
export function filtersIn(form: FormData): URLSearchParams {
  const said = filterNames.map((name) => [name, formText(form, name)] as const);
  return new URLSearchParams(said.filter(([, value]) => value !== "").map(([name, value]) => [name, value]));
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((value) => value === text);
}
