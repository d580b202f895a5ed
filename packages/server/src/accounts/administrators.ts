import { may, rolesWith } from "#access";
import type { Role } from "#app";
import type { Step } from "#use-case";
import { countAble } from "./appointment.store.ts";

/**
 * Roles that only two people together give: those who keep accounts or agree to them, and those who agree to money
 * (reliability.md B.2, T33 and C).
 */
export function isGuarded(role: Role): boolean {
  const guarded = ["user.manage", "user.grant_role", "ledger.approve", "deduction_batch.approve"] as const;
  return guarded.some((permission) => may({ role }, permission));
}

/** Administrators who can sign in today, besides one account. */
export function countAdministrators(step: Step, except: string): Promise<number> {
  const { regionCode } = step.actor;
  return countAble(step.tx, { regionCode, roles: rolesWith("user.manage"), today: step.today, except });
}

/**
 * Whether this waits for a second person. Where one administrator is alone there is nobody to ask: the role is given
 * at once and stands in the audit trail, so that the first can invite the second.
 */
export async function waitsForSecond(step: Step, roles: readonly (Role | null)[]): Promise<boolean> {
  return (
    roles.some((role) => role !== null && isGuarded(role)) &&
    (await countAdministrators(step, step.actor.userId)) > 0
  );
}
