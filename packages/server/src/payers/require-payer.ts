import { AppError, isUuid } from "#app";
import type { Step } from "#use-case";
import { findPayer, lockPayer, type PayerRow } from "./payer.store.ts";

/** A payer of the actor's own area. Throws `not-found`. */
export async function requirePayer({ tx, area }: Step, id: string): Promise<PayerRow> {
  return required(isUuid(id) ? await findPayer(tx, area, id) : undefined);
}

/** The same, held until the transaction ends. */
export async function holdPayer({ tx, area }: Step, id: string): Promise<PayerRow> {
  return required(isUuid(id) ? await lockPayer(tx, area, id) : undefined);
}

function required(payer: PayerRow | undefined): PayerRow {
  if (payer === undefined) throw new AppError("not-found", { object: "payer" });
  return payer;
}
