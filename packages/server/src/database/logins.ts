import type { Role } from "#ground";

/**
 * One database login per kind of jurisdiction (reliability.md 0.3): each has one simple row policy per table,
 * and a mistake in one cannot read through another. None owns anything or bypasses row-level security.
 */
export const logins = [
  "app_village",
  "app_kecamatan",
  "app_city",
  "app_bpjs",
  "app_sponsor",
  "app_finance",
  "app_public",
  "app_auth",
  "app_jobs",
] as const;
export type Login = (typeof logins)[number];

const loginByRole: Record<Role, Login> = {
  PUB: "app_public",
  WRK: "app_public",
  SPN: "app_sponsor",
  OPR: "app_village",
  KDS: "app_village",
  CMT: "app_kecamatan",
  MGR: "app_city",
  DAT: "app_city",
  BKP: "app_city",
  EXE: "app_city",
  AUD: "app_city",
  DPO: "app_city",
  ADM: "app_city",
  BND: "app_finance",
  FIN: "app_finance",
  BPJ: "app_bpjs",
  CHR: "app_public",
};

export function loginOf(role: Role): Login {
  return loginByRole[role];
}
