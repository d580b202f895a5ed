import type { ArrearsCause, ArrearsPayer, Bucket } from "@tuwai/server/arrears";
import { readPage } from "#ui";

const buckets: readonly Bucket[] = ["30", "60", "90", "village", "ended"];
const causes: readonly ArrearsCause[] = ["payer-ended", "underpaid", "not-received"];
export const payers: readonly ArrearsPayer[] = ["asn", "apbd", "apbdes", "csr", "bumdes", "self", "nobody"];

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

export function readArrearsQuery(params: URLSearchParams): ArrearsQuery {
  return {
    bucket: known(buckets, params.get("batas")),
    village: params.get("desa") ?? "",
    payer: known(payers, params.get("penanggung")),
    cause: known(causes, params.get("sebab")),
    page: readPage(params),
  };
}

/** The payer and bucket that a form names. */
export const readPayer = (text: string) => known(payers, text);
export const readBucket = (text: string) => known(buckets, text);
