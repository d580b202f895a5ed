import { readPage } from "#contributions";

const stateWords = { diajukan: "proposed", disahkan: "approved", dikembalikan: "returned" } as const;
const outcomeWords = {
  layak: "eligible",
  "belum-lengkap": "undetermined",
  "tidak-layak": "ineligible",
} as const;

type ListState = (typeof stateWords)[keyof typeof stateWords];
type Outcome = (typeof outcomeWords)[keyof typeof outcomeWords];

export const listStates = Object.entries(stateWords).map(([word, state]) => ({ word, state }));
export const outcomes = Object.entries(outcomeWords).map(([word, outcome]) => ({ word, outcome }));

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
