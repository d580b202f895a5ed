import type { CoverState } from "@tuwai/domain/cover";
import { readPage } from "#ui";

const states: readonly CoverState[] = [
  "waiting",
  "waiting-first-payment",
  "rejected",
  "covered",
  "due",
  "grace-1",
  "grace-2",
  "grace-3",
  "village-owes",
  "listed",
  "ended",
  "died",
  "not-registered",
];

/** What the address of the cover list may say; anything else counts as not said. */
export type CoverQuery = {
  readonly find: string;
  readonly village: string;
  readonly state: CoverState | undefined;
  readonly page: number;
};

/** The filters that an address may carry on. */
export const coverFilters = ["desa", "keadaan"] as const;

export function readCoverQuery(params: URLSearchParams): CoverQuery {
  return {
    find: (params.get("kode") ?? "").trim().slice(0, 20),
    village: params.get("desa") ?? "",
    state: states.find((state) => state === params.get("keadaan")),
    page: readPage(params),
  };
}
