/** A decision binds by what was agreed; an instruction by who gave it. */
export const decisionKinds = ["decision", "instruction"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What shows that it was done; `none`: the owner's word is enough. */
export const evidenceKinds = [
  "none",
  "rkpdes-page",
  "rapbdes-page",
  "apbdes-page",
  "decree",
  "payment-order",
  "payment-proof",
  "letter",
  "photo",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Offices that can be asked for something: of a village, of a kecamatan, of the city. */
export const ownerRoles = ["KDS", "OPR", "CMT", "MGR", "DAT", "EXE", "FIN"] as const;
export type OwnerRole = (typeof ownerRoles)[number];

const levels = { KDS: "village", OPR: "village", CMT: "kecamatan" } as const;

/** Whether there is one such office, one in each kecamatan or one in each village. */
export const levelOfOwner = (role: OwnerRole): "village" | "kecamatan" | "city" =>
  (levels as Readonly<Partial<Record<OwnerRole, "village" | "kecamatan">>>)[role] ?? "city";

/** What the program works out by itself for a standing instruction, so that nobody reports on it. */
const measures = ["lists-joined"] as const;
export type Measure = (typeof measures)[number];
