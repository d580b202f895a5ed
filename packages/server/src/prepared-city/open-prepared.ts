import { type Manifest, readManifest, readPieces, unusable } from "./prepared-file.ts";

/** Reads a prepared city from one end to the other and says what it is. Throws `invalid-input` where it is not as it was made. */
export async function openPrepared(path: string): Promise<Manifest> {
  const manifest = await readManifest(path);
  const found = new Map<string, number>();
  for await (const { piece } of readPieces(path))
    if (piece.type === "rows") found.set(piece.table, (found.get(piece.table) ?? 0) + piece.rows);
  for (const [table, rows] of Object.entries(manifest.rows))
    if ((found.get(table) ?? 0) !== rows) throw unusable(`${table} has not ${rows} rows in it`);
  return manifest;
}
