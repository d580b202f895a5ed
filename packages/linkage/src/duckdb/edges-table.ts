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
    edges.left.set(chunk.getColumnValues(0) as number[], at);
    edges.right.set(chunk.getColumnValues(1) as number[], at);
    edges.bits.set(chunk.getColumnValues(2) as number[], at);
    at += chunk.rowCount;
  }
}
