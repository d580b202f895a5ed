import { tidyPersonName } from "@tuwai/domain/identity";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import type { Keys } from "#keys";

export type ToldMember = { readonly name: string; readonly birthDate: CivilDate | null };
export type ToldGuardian = { readonly name: string; readonly phone: string };

const placeOf = (table: string, rowId: string) => ({ table, column: "told", rowId });

export const sealMember = (keys: Keys, id: string, told: ToldMember): Buffer =>
  keys.seal(JSON.stringify(told), placeOf("household_members", id));
export const openMember = (keys: Keys, id: string, sealed: Buffer): ToldMember =>
  JSON.parse(keys.open(sealed, placeOf("household_members", id))) as ToldMember;

export const sealGuardian = (keys: Keys, id: string, told: ToldGuardian): Buffer =>
  keys.seal(JSON.stringify(told), placeOf("child_guardians", id));
export const openGuardian = (keys: Keys, id: string, sealed: Buffer): ToldGuardian =>
  JSON.parse(keys.open(sealed, placeOf("child_guardians", id))) as ToldGuardian;

const longest = 120;

/** A name as it was typed; empty for none. Throws `identity-number-in-note` and `too-large`. */
export function readName(typed: string): string {
  const name = readNote(typed) ?? "";
  if (name.length > longest) throw new AppError("too-large", { limit: longest });
  return tidyPersonName(name);
}

/** Null where none was typed, undefined for what is no day. */
export function readDay(typed: string): CivilDate | null | undefined {
  return typed.trim() === "" ? null : parseCivilDate(typed.trim());
}
