import type { Payer } from "@tuwai/domain/contributions";

export const fundSources = ["asn", "apbd", "apbdes", "csr", "bumdes", "self"] as const;
/** Whose money pays for an enrolment, as the city keeps its books. */
export type FundSource = (typeof fundSources)[number];

const payers: Readonly<Record<FundSource, Payer>> = {
  asn: "pooled-asn",
  apbd: "apbn-apbd",
  apbdes: "apbdes",
  csr: "private",
  bumdes: "private",
  self: "private",
};

/** The purse as the law on contributions tells purses apart; PP 50/2025 gives public money no relief. */
export function payerOf(fundSource: FundSource): Payer {
  return payers[fundSource];
}
