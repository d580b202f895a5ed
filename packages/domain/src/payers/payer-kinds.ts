/** Who pays: a village (APBDes), the city (APBD), a firm (CSR), BAZNAS, the worker, a bridging fund, civil servants together. */
export const payerKinds = ["village", "city", "firm", "baznas", "worker", "bridging", "pooled-asn"] as const;
export type PayerKind = (typeof payerKinds)[number];

/** Under which kinds of money a payer may be entered, the usual one first. Alms of BAZNAS are private money like a firm's. */
export const fundSourcesOf = {
  village: ["apbdes"],
  city: ["apbd"],
  firm: ["csr", "bumdes"],
  baznas: ["csr"],
  worker: ["self"],
  bridging: ["csr", "apbd"],
  "pooled-asn": ["asn"],
} as const satisfies Readonly<Record<PayerKind, readonly string[]>>;

/** Kinds of which a city has one, or one for each village; they stand from its first day. The others are entered by name. */
export const standardKinds: readonly PayerKind[] = ["village", "city", "worker", "pooled-asn"];

/** Whether another payer may hand workers to it: civil servants take one worker each, by matching. */
export const takesOver = (kind: PayerKind): boolean => kind !== "pooled-asn" && kind !== "worker";
