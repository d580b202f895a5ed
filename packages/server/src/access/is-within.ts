import { type Actor, AppError } from "#app";
import type { ScopeCode } from "./access-matrix.ts";
import type { Grant } from "./authorise.ts";

/** Where a row belongs; absent parts are parts it does not have. */
export type Whereabouts = {
  readonly regionCode: string;
  readonly villageCode?: string | null;
  readonly kecamatanCode?: string | null;
  readonly opd?: string | null;
  readonly branch?: string | null;
  /** The civil servant whose own row it is. */
  readonly civilServantId?: string | null;
};

/**
 * The application's own look at a row's place, beside the row policies of the database: each wall must deny alone.
 * Scopes that name no rows (released figures, donations) are never granted here.
 */
export function isWithin(actor: Actor, { scope }: Grant, row: Whereabouts): boolean {
  if (row.regionCode !== actor.regionCode) return false;
  if (scope === "C" || scope === "r") return true;
  const parts: Partial<Record<ScopeCode, string | null | undefined>> = {
    V: row.villageCode,
    K: row.kecamatanCode,
    U: row.opd,
    B: row.branch,
    O: row.civilServantId,
    P: row.civilServantId,
  };
  return actor.scope !== undefined && parts[scope] === actor.scope;
}

/** The row when it lies in the actor's own area; unknown and out of scope are the same `not-found`. */
export function requireWithin<Row extends Whereabouts>(
  actor: Actor,
  grant: Grant,
  row: Row | undefined,
): Row {
  if (row === undefined || !isWithin(actor, grant, row)) throw new AppError("not-found");
  return row;
}

/** The same for lists: what of a table an actor may touch. Null: that part does not narrow it. */
export type Area = {
  readonly regionCode: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly opd: string | null;
  readonly branch: string | null;
  /** The sponsor's own pledge, and the workers it pays for. */
  readonly civilServantId: string | null;
};

/** For background work of the city itself. */
export function wholeCity(regionCode: string): Area {
  const everywhere = { villageCode: null, kecamatanCode: null, opd: null, branch: null };
  return { regionCode, ...everywhere, civilServantId: null };
}

const narrowedBy: Partial<Record<ScopeCode, keyof Area>> = {
  V: "villageCode",
  K: "kecamatanCode",
  U: "opd",
  B: "branch",
  O: "civilServantId",
  P: "civilServantId",
};

/** Throws `forbidden` for a scope that names no rows, and for one that needs a place the actor does not have. */
export function areaOf(actor: Actor, { scope }: Grant): Area {
  const city = wholeCity(actor.regionCode);
  if (scope === "C" || scope === "r") return city;
  const part = narrowedBy[scope];
  if (part === undefined || actor.scope === undefined)
    throw new AppError("forbidden", { role: actor.role, reason: "no-jurisdiction" });
  return { ...city, [part]: actor.scope };
}
