import { outcomes, type Outcome } from "#eligibility";
import { readPage } from "#ui";

const stateWords = {
  diajukan: "proposed",
  disahkan: "approved",
  dikembalikan: "returned",
  ditarik: "withdrawn",
} as const;

type ListState = (typeof stateWords)[keyof typeof stateWords];

export const listStates = Object.entries(stateWords).map(([word, state]) => ({ word, state }));

/** What the address of the lists may say; anything unknown counts as not said. */
export type ListQuery = {
  readonly village: string;
  readonly state: ListState | undefined;
  readonly outcome: Outcome | undefined;
  readonly page: number;
};

export function readListQuery(params: URLSearchParams): ListQuery {
  const village = params.get("desa") ?? "";
  return {
    village: /^[\d.]{2,16}$/.test(village) ? village : "",
    state: listStates.find(({ word }) => word === params.get("keadaan"))?.state,
    outcome: outcomes.find(({ word }) => word === params.get("hasil"))?.outcome,
    page: readPage(params),
  };
}
