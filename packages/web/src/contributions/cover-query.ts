import type { CoverState } from "@tuwai/domain/cover";

const states: readonly CoverState[] = [
  "waiting",
  "rejected",
  "covered",
  "grace-1",
  "grace-2",
  "grace-3",
  "arrears",
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

export function readCoverQuery(params: URLSearchParams): CoverQuery {
  return {
    find: (params.get("kode") ?? "").trim().slice(0, 20),
    village: params.get("desa") ?? "",
    state: states.find((state) => state === params.get("keadaan")),
    page: readPage(params),
  };
}

/** `?hal=3`, counting from 1. */
export function readPage(params: URLSearchParams): number {
  const page = Number(params.get("hal"));
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
