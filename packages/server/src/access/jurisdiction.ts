import type { Role } from "#app";

/** What a role's `scope` names: nothing for roles of the whole city. */
export type Jurisdiction = "village" | "kecamatan" | "office" | "branch" | "own" | "city";

const elsewhere: Readonly<Partial<Record<Role, Jurisdiction>>> = {
  WRK: "own",
  SPN: "own",
  OPR: "village",
  KDS: "village",
  CMT: "kecamatan",
  BND: "office",
  BPJ: "branch",
};

export function jurisdictionOf(role: Role): Jurisdiction {
  return elsewhere[role] ?? "city";
}
