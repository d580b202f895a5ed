import { openDatabase } from "#duckdb";
import { attachRegistry } from "./attach-registry.ts";
import type { RegistryHeader } from "./registry-header.ts";

/** What a registry file says about itself: its model, rows, engine and age. Throws as every use of the file would. */
export async function describeRegistry(path: string): Promise<RegistryHeader> {
  const db = await openDatabase({ spill: false, threads: 1 });
  try {
    return await attachRegistry(db, path);
  } finally {
    db.close();
  }
}
