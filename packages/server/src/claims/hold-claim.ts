import { AppError } from "#app";
import { readCardCode } from "#cards";
import type { Step } from "#use-case";
import { type ClaimRow, findClaim } from "./claim.store.ts";

export type ClaimAsked = { readonly claimCode: string };

/** The case of a code within the actor's area. Throws `not-found`. */
export async function requireClaim(
  { tx, area }: Step,
  { claimCode }: ClaimAsked,
  hold: "hold" | "look" = "look",
): Promise<ClaimRow> {
  const code = readCardCode(claimCode, "KL");
  const row = code === undefined ? undefined : await findClaim(tx, area, { code }, hold);
  if (row === undefined) throw new AppError("not-found", { object: "claim" });
  return row;
}

type AuditDetails = Partial<Record<"step" | "reason" | "document" | "state", string>>;

/** Days, amounts and codes only: the trail names nobody. */
export const audit = (step: Step, row: ClaimRow, details: AuditDetails = {}): Promise<void> =>
  step.audit({ objectType: "claim", objectId: row.id, details });
