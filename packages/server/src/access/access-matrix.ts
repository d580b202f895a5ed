import { readFileSync } from "node:fs";
import { type Role, roles } from "#app";
import type { Permission, PersonField } from "./permission.generated.ts";

/**
 * Where a role may act: Own, by Pledge, Village, Kecamatan, OPD unit, BPJS packet, Donation fund, released Aggregates,
 * whole City, or read-only inside a workbench. "-" is denied (reliability.md B.1).
 */
export type ScopeCode = "O" | "P" | "V" | "K" | "U" | "B" | "D" | "A" | "C" | "r";

type File = {
  readonly roles: readonly Role[];
  readonly matrix: readonly {
    readonly resource: string;
    readonly action: string;
    readonly scopes: Record<Role, string>;
  }[];
  readonly fields: Partial<Record<Role, Record<PersonField, string>>>;
};

const file = JSON.parse(readFileSync(new URL("./access-matrix.json", import.meta.url), "utf8")) as File;

/** The machine copy of the access matrix; the generated tests walk the same object. */
export const accessMatrix: ReadonlyMap<Permission, Readonly<Record<Role, string>>> = new Map(
  file.matrix.map((row) => [`${row.resource}.${row.action}` as Permission, row.scopes]),
);

export const fieldTable = file.fields;

if (file.roles.join() !== roles.join())
  throw new Error("access-matrix.json names other roles than the program");
