import { type Actor, AppError, type Role, roles } from "#app";
import { accessMatrix, type ScopeCode } from "./access-matrix.ts";
import type { Permission } from "./permission.generated.ts";

/** What the matrix allows: where, and whether a second person must confirm. */
export type Grant = { readonly scope: ScopeCode; readonly fourEyes: boolean };

const stepUpLifetimeMillis = 5 * 60 * 1000;

/**
 * The one policy function. Every use case calls it before it touches data.
 * Throws `unauthenticated`, `forbidden`, or `step-up-required` (cells marked `!` need a step-up of at most 5 minutes).
 */
export function authorise(actor: Actor, permission: Permission): Grant {
  const cell = accessMatrix.get(permission)?.[actor.role];
  if (cell === undefined || cell === "-") {
    throw new AppError(actor.role === "PUB" ? "unauthenticated" : "forbidden", {
      permission,
      role: actor.role,
    });
  }
  if (cell.includes("!") && !isSteppedUp(actor)) throw new AppError("step-up-required", { permission });
  const scope = cell[0] as ScopeCode;
  if ("VKUB".includes(scope) && actor.scope === undefined)
    throw new AppError("forbidden", { permission, reason: "no-jurisdiction" });
  return { scope, fourEyes: cell.includes("#") };
}

/** Whether the actor would be let in; for menus and buttons, never instead of `authorise`. */
export function scopeOf(actor: Actor, permission: Permission): ScopeCode | null {
  const cell = accessMatrix.get(permission)?.[actor.role];
  return cell === undefined || cell === "-" ? null : (cell[0] as ScopeCode);
}

/** The roles that the matrix gives a permission, for telling whom to ask. */
export function rolesWith(permission: Permission): readonly Role[] {
  return roles.filter((role) => (accessMatrix.get(permission)?.[role] ?? "-") !== "-");
}

/** Four eyes: whoever proposed or made a thing may not approve it. */
export function requireSecondPerson(actor: Actor, firstActorId: string): void {
  if (actor.userId === firstActorId) throw new AppError("four-eyes");
}

function isSteppedUp(actor: Actor): boolean {
  const at = actor.steppedUpAt?.getTime();
  return at !== undefined && Date.now() - at <= stepUpLifetimeMillis;
}
