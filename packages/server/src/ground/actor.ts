/** Role codes of the access matrix (reliability.md B): three letters, fixed. */
export const roles = [
  "PUB",
  "WRK",
  "SPN",
  "OPR",
  "KDS",
  "CMT",
  "MGR",
  "DAT",
  "BND",
  "BKP",
  "BPJ",
  "EXE",
  "FIN",
  "CHR",
  "AUD",
  "DPO",
  "ADM",
] as const;
export type Role = (typeof roles)[number];

/**
 * Who acts, in which capacity and where. One person with two appointments is two actors.
 * `scope` is the code the database's row policies compare with: a village, a kecamatan, an OPD, a BPJS branch,
 * or the civil servant's own record; absent for roles that see the whole city.
 */
export type Actor = {
  readonly userId: string;
  readonly role: Role;
  readonly regionCode: string;
  readonly scope?: string;
  /** What the screen greets; never logged. */
  readonly displayName?: string;
  /** When the second factor was last shown, for the cells of the matrix marked `!`. */
  readonly steppedUpAt?: Date;
  /** The role needs a second factor and the account has none yet: nothing but setting it up is allowed. */
  readonly lacksSecondFactor?: boolean;
};

/** The anonymous reader of public pages. */
export function publicActor(regionCode: string): Actor {
  return { userId: "00000000-0000-7000-8000-000000000000", role: "PUB", regionCode };
}

/** Background work of the city itself; audited as such, refused by every use case that needs a person. */
export const systemUserId = "00000000-0000-7000-8000-000000000001";
export function systemActor(regionCode: string): Actor & { readonly system: true } {
  return { userId: systemUserId, role: "ADM", regionCode, system: true };
}
