import { occupationGroups } from "@tuwai/domain/occupations";
import type { WorkerQuery, WorkerSort, WorkerStage } from "@tuwai/server/workers";
import { peopleTexts } from "#language/people.ts";

type Asked = { readonly [K in keyof WorkerQuery]: WorkerQuery[K] };

/** Names of the filters in the address, in the order of the screen. */
export const filterNames = ["cari", "desa", "tahap", "pekerjaan", "kelompok"] as const;
export type FilterName = (typeof filterNames)[number];

/** What the address of the list may say; anything else counts as not said. */
export function readWorkerQuery(params: URLSearchParams): Asked {
  const { stages, targets, sorts } = peopleTexts.id;
  const q = (params.get("cari") ?? "").trim().slice(0, 60);
  const village = params.get("desa") ?? "";
  const stage = oneOf(Object.keys(stages) as WorkerStage[], params.get("tahap"));
  const occupation = oneOf(occupationGroups, params.get("pekerjaan"));
  const target = oneOf(Object.keys(targets), params.get("kelompok"));
  const sort = oneOf(Object.keys(sorts) as WorkerSort[], params.get("urut"));
  return {
    ...(q === "" ? {} : { q }),
    ...(/^[\d.]{8,16}$/.test(village) ? { villageCode: village } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(occupation === undefined ? {} : { occupationGroup: occupation }),
    ...(target === undefined ? {} : { targetGroup: target }),
    ...(sort === undefined ? {} : { sort }),
  };
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((value) => value === text);
}
