import type { Actor } from "#app";
import type { ScopeCode } from "./access-matrix.ts";
import type { Grant } from "./authorise.ts";

/** Where a row belongs; absent parts are parts it does not have. */
export type Whereabouts = {
  readonly regionCode: string;
  readonly villageCode?: string | null;
  readonly kecamatanCode?: string | null;
  readonly opd?: string | null;
  readonly branch?: string | null;
};

/**
 * The application's own look at a row's place, beside the row policies of the database: each wall must deny alone.
 * Scopes that depend on other rows (own, by pledge) are never granted here.
 */
export function isWithin(actor: Actor, { scope }: Grant, row: Whereabouts): boolean {
  if (row.regionCode !== actor.regionCode) return false;
  if (scope === "C" || scope === "r") return true;
  const parts: Partial<Record<ScopeCode, string | null | undefined>> = {
    V: row.villageCode,
    K: row.kecamatanCode,
    U: row.opd,
    B: row.branch,
  };
  return actor.scope !== undefined && parts[scope] === actor.scope;
}
