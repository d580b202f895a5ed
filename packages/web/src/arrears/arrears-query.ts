import { type CivilDate } from "@tuwai/domain/time";
import { thresholdsOn } from "@tuwai/domain/arrears";
import type { ArrearsCause, ArrearsFilter, ArrearsPayer, Bucket } from "@tuwai/server/arrears";
import { readPage } from "#ui";

const causes: readonly ArrearsCause[] = ["payer-ended", "underpaid", "not-received"];
export const payers: readonly ArrearsPayer[] = ["asn", "apbd", "apbdes", "csr", "bumdes", "self", "nobody"];

/** The chips of the board on a day, the most urgent first. */
export const bucketsOn = (today: CivilDate): readonly Bucket[] => [
  ...thresholdsOn(today).days.map((days): Bucket => `${days}`),
  "village",
  "ended",
];

/** What the address of the board may say; anything else counts as not said. Never a person. */
export type ArrearsQuery = {
  readonly bucket: Bucket | undefined;
  readonly village: string;
  readonly payer: ArrearsPayer | undefined;
  readonly cause: ArrearsCause | undefined;
  readonly page: number;
};

const known = <T extends string>(all: readonly T[], value: string | null) =>
  all.find((each) => each === value);

export function readArrearsQuery(params: URLSearchParams, today: CivilDate): ArrearsQuery {
  return {
    bucket: known(bucketsOn(today), params.get("batas")),
    village: params.get("desa") ?? "",
    payer: known(payers, params.get("penanggung")),
    cause: known(causes, params.get("sebab")),
    page: readPage(params),
  };
}

/** The same as the server asks it; a village counts when it is one of the reader's. */
export function filterOf(
  { bucket, village, payer, cause }: ArrearsQuery,
  villages: ReadonlyMap<string, string>,
): ArrearsFilter {
  return {
    ...(bucket === undefined ? {} : { bucket }),
    ...(villages.has(village) ? { villageCode: village } : {}),
    ...(payer === undefined ? {} : { fundSource: payer }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** The payer and bucket that a form names. */
export const readPayer = (text: string) => known(payers, text);
export const readBucket = (text: string, today: CivilDate) => known(bucketsOn(today), text);
