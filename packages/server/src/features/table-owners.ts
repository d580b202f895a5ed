import type { Permission } from "#access";
import { features } from "./features.ts";

/** What reading a table amounts to, as its owner says. */
export type Reading = Permission | "open" | "own";

/** Every table with its owner and the permission that reading it amounts to. */
export const tables: ReadonlyMap<string, { readonly owner: string; readonly reading: Reading }> = new Map(
  features.flatMap(({ name: owner, owns }) =>
    Object.entries(owns ?? {}).map(([table, reading]) => [table, { owner, reading: reading as Reading }]),
  ),
);

/** Tables that hold a city's data, which row policies guard; sign-in and published figures have logins of their own. */
export const guardedTables = [...tables].filter(([table]) => /^(app|audit)\./.test(table));
