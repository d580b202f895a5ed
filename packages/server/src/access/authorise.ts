import { type Actor, AppError, type Role, roles } from "#app";
import { cellOf, type Permission, type ScopeCode } from "./access-matrix.ts";

/** What the matrix allows: where, and whether a second person must confirm. */
export type Grant = { readonly scope: ScopeCode; readonly fourEyes: boolean };

const stepUpLifetimeMillis = 5 * 60 * 1000;

/**
 * The one policy function. Every use case calls it before it touches data.
 * Throws `unauthenticated`, `forbidden`, `second-factor-required`, or `step-up-required` (cells marked `!` need a step-up of at most 5 minutes).
 */
export function authorise(actor: Actor, permission: Permission): Grant {
  requireSecondFactor(actor, permission);
  const cell = cellOf(actor.role, permission);
  if (cell === null) {
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

const beforeSecondFactor: readonly Permission[] = ["session.second_factor", "session.sign_out"];

/**
 * Throws `second-factor-required` when the actor's role needs a second factor that is not set up: only that, signing out and
 * what the public may do is open then (ASVS 5.0, 6.3.3).
 */
export function requireSecondFactor(actor: Actor, permission: Permission): void {
  if (actor.lacksSecondFactor !== true || beforeSecondFactor.includes(permission)) return;
  if (cellOf("PUB", permission) === null) throw new AppError("second-factor-required", { permission });
}

/** Whether the actor would be let in, and where; for what is shown, never instead of `authorise`. */
export function scopeOf(actor: Pick<Actor, "role">, permission: Permission): ScopeCode | null {
  const cell = cellOf(actor.role, permission);
  return cell === null ? null : (cell[0] as ScopeCode);
}

/** Whether the matrix gives the actor the permission at all; for menus, buttons and columns. */
export function may(actor: Pick<Actor, "role">, permission: Permission): boolean {
  return cellOf(actor.role, permission) !== null;
}

/** The roles that the matrix gives a permission, for telling whom to ask. */
export function rolesWith(permission: Permission): readonly Role[] {
  return roles.filter((role) => cellOf(role, permission) !== null);
}

/** Workers and the public have no pages behind the sign-in. */
export function isStaff(role: Role): boolean {
  return role !== "WRK" && role !== "PUB";
}

/** Four eyes: whoever proposed or made a thing may not approve it. */
export function requireSecondPerson(actor: Actor, firstActorId: string): void {
  if (actor.userId === firstActorId) throw new AppError("four-eyes");
}

function isSteppedUp(actor: Actor): boolean {
  const at = actor.steppedUpAt?.getTime();
  return at !== undefined && Date.now() - at <= stepUpLifetimeMillis;
}

/**
 * A place smaller than the city is told to whoever sees figures of villages: its parts are small enough to tell of somebody. Throws
 * `not-found` to all others.
 */
export function requireSeesPlace(
  actor: Actor,
  asked: { readonly villageCode?: string | undefined; readonly kecamatanCode?: string | undefined },
): void {
  const isNarrow = asked.villageCode !== undefined || asked.kecamatanCode !== undefined;
  if (isNarrow && !may(actor, "stats.village.read")) throw new AppError("not-found");
}
