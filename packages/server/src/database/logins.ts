import type { Role } from "#ground";
import type { Keys } from "#keys";

/**
 * One database role per kind of jurisdiction (reliability.md 0.3): each has one simple row policy per table,
 * and a mistake in one cannot read through another. None owns anything or bypasses row-level security. They belong to the
 * whole server and carry what is granted; nobody signs in as one of them, but as this installation's member of it.
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
  CHR: "app_city",
};

export function loginOf(role: Role): Login {
  return loginByRole[role];
}

/**
 * The name this installation signs in under. Roles belong to the whole server: with names and passwords from the keys, two
 * cities on one server never take each other's.
 */
export function loginName(login: Login, keys: Keys): string {
  return `${login}_${keys.derive("login-names").toString("hex").slice(0, 12)}`;
}

/** Passwords are derived from the keys, never stored. */
export function loginPassword(login: Login, keys: Keys): string {
  return keys.derive(`login|${login}`).toString("base64url");
}
