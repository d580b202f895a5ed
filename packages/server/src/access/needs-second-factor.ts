import type { Role } from "#app";
import { isStaff } from "./authorise.ts";

/**
 * Whether an account in this role signs in with a second factor: every role of the city, its villages and its partners
 * (OWASP ASVS 5.0, 6.3.3). A sponsor touches only the own mandate and proves the password again to sign or stop it.
 */
export function needsSecondFactor(role: Role): boolean {
  return isStaff(role) && role !== "SPN";
}
