import { holdsIdentityNumber } from "@tuwai/domain/identity";
import { AppError, readNote } from "#app";
import type { Keys } from "#keys";

const longest = 80;

/** A donor's name as typed, or null for Hamba Allah. Throws `identity-number-in-note`, `too-large`. */
export function readDonor(typed: string): string | null {
  const name = readNote(typed);
  if (name === null) return null;
  if (name.length > longest) throw new AppError("too-large", { limit: longest });
  if (holdsIdentityNumber(name)) throw new AppError("identity-number-in-note");
  return name;
}

type Table = "alms_pledges" | "alms_receipts";

export const sealDonor = (keys: Keys, table: Table, rowId: string, name: string | null): Buffer | null =>
  name === null ? null : keys.seal(name, { table, column: "donor", rowId });

export const openDonor = (keys: Keys, table: Table, rowId: string, sealed: Buffer | null): string | null =>
  sealed === null ? null : keys.open(sealed, { table, column: "donor", rowId });
