import { sortEdges, type Edges } from "#assignment";
import type { Engine } from "#stages";

/** Right records whose pairs are read at once. */
const recordsAtOnce = 100_000;

/** Reads the scored pairs in the order assignments rely on. Weights as the doubles their single precision stands for. */
export async function readEdges(engine: Engine): Promise<Edges> {
  const { pairs, last } = await engine.one("SELECT count(*) AS pairs, max(rid) AS last FROM scored");
  const count = Number(pairs);
  const edges: Edges = {
    left: new Int32Array(count),
    right: new Int32Array(count),
    bits: new Float64Array(count),
  };
  let at = 0;
  for (let from = 0; from <= Number(last); from += recordsAtOnce) {
    const page = await engine.one(
      `SELECT groupArray(lid) AS lids, groupArray(rid) AS rids, groupArray(toFloat64(weight)) AS weights FROM scored WHERE rid >= ${from} AND rid < ${from + recordsAtOnce}`,
    );
    edges.left.set(page["lids"] as number[], at);
    edges.right.set(page["rids"] as number[], at);
    edges.bits.set(page["weights"] as number[], at);
    at += (page["lids"] as number[]).length;
  }
  return sortEdges(edges);
}
