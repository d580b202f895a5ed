import type { DuckDBDataChunk } from "@duckdb/node-api";
import type { Edges } from "#assignment";
import type { Database } from "./database.ts";

/** Reads the scored pairs at or above a weight, in the order assignments rely on. */
export async function readEdges(db: Database, leastBits: number): Promise<Edges> {
  const { n } = await db.one(`SELECT count(*) AS n FROM scored WHERE weight >= ${leastBits}`);
  const edges: Edges = {
    left: new Int32Array(Number(n)),
    right: new Int32Array(Number(n)),
    bits: new Float64Array(Number(n)),
  };
  const result = await db.stream(
    `SELECT lid, rid, weight FROM scored WHERE weight >= ${leastBits} ORDER BY weight DESC, lid, rid`,
  );
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return edges;
    copyColumn(chunk, 0, edges.left, at);
    copyColumn(chunk, 1, edges.right, at);
    copyColumn(chunk, 2, edges.bits, at);
    at += chunk.rowCount;
  }
}

function copyColumn(chunk: DuckDBDataChunk, column: number, into: Int32Array | Float64Array, at: number) {
  const vector = chunk.getColumnVector(column);
  for (let i = 0; i < vector.itemCount; i++) into[at + i] = Number(vector.getItem(i));
}
