import { type Proof, proofOf } from "@tuwai/domain/proof";
import { payerOf } from "#contributions";
import type { Step } from "#use-case";
import { listOwed, listReceived } from "./my-proof.view.ts";

const ownPurse = payerOf("asn");

/** Month by month what the sponsor promised and what BPJS received, over all pledges the sponsor ever made. */
export async function readProof({ tx, area, today }: Step): Promise<Proof> {
  const received = (await listReceived(tx, area)).map(({ payer, ...receipt }) => ({
    ...receipt,
    isOwn: payer === null || payer === ownPurse,
  }));
  return proofOf(await listOwed(tx, area), received, today);
}
