import { sql } from "kysely";
import type { Tx } from "./open-database.ts";

/** Row-level security bypass through ON CONFLICT DO UPDATE (CVE-2026-120154) is fixed from these minors on. */
const safe: Readonly<Record<number, number>> = { 15: 150_020, 16: 160_016, 17: 170_012, 18: 180_007 };

/** A server's version, and the first safe one of its line where it is older, as people write them: 18.4, 18.7. */
export type ServerVersion = { readonly version: string; readonly safeFrom: string | null };

/** From `server_version_num`: major times 10000 plus minor. */
export function judgeVersion(number: number): ServerVersion {
  const minimum = safe[Math.floor(number / 10_000)];
  const isOlder = minimum !== undefined && number < minimum;
  return { version: written(number), safeFrom: isOlder ? written(minimum) : null };
}

export async function readServerVersion(tx: Tx): Promise<ServerVersion> {
  const { rows } = await sql<{ n: number }>`select current_setting('server_version_num')::int as n`.execute(
    tx,
  );
  return judgeVersion(rows[0]!.n);
}

const written = (number: number) => `${Math.floor(number / 10_000)}.${number % 10_000}`;
