import type { Role } from "#app";
import { fieldTable } from "./access-matrix.ts";
import type { PersonField } from "./permission.generated.ts";

/**
 * full · initials · phone (last three digits) · last3 · year · draft (the author, before submission) · unmask (one record
 * at a time, logged) · own · packet (only inside a packet addressed to the branch) · type · consent · explained;
 * null: the key is absent from the answer.
 */
export type FieldMask =
  | "full"
  | "initials"
  | "phone"
  | "last3"
  | "year"
  | "draft"
  | "unmask"
  | "own"
  | "packet"
  | "type"
  | "consent"
  | "explained"
  | null;

const byCode: Record<string, FieldMask> = {
  F: "full",
  I: "initials",
  M: "phone",
  L: "last3",
  Y: "year",
  e: "draft",
  u: "unmask",
  U: "own",
  p: "packet",
  t: "type",
  c: "consent",
  s: "explained",
  "-": null,
};

/** How a role sees a field of a person; a role without a column in the table sees none. */
export function maskOf(role: Role, field: PersonField): FieldMask {
  const code = fieldTable[role]?.[field] ?? "-";
  const mask = byCode[code];
  if (mask === undefined) throw new RangeError(`unknown mask code ${code} for ${field}`);
  return mask;
}
