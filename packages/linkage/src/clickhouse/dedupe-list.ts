import { clusterRecords } from "#assignment";
import { requireAgreement } from "#conformance";
import { leastLinked, resolveModel, scoreLists, type DedupeOptions, type DedupeReport } from "#linking";
import { oneList, timed } from "#stages";
import type { ConnectClickHouse } from "./connection.ts";
import { loadIntoClickHouse, type ClickHouseSource } from "./load-list.ts";
import { openClickHouse } from "./open-engine.ts";
import { readEdges } from "./read-edges.ts";
import { readIds, writeRows } from "./write-rows.ts";

/** What `dedupeInClickHouse` is told. */
export type ClickHouseDedupeOptions = Omit<
  DedupeOptions,
  "input" | "memory" | "threads" | "spill" | "decisions"
> & {
  connect: ConnectClickHouse;
  input: ClickHouseSource;
};

/** Finds the records of one list that are the same person, in a ClickHouse: the same clusters and file as `dedupeList`. */
export async function dedupeInClickHouse(options: ClickHouseDedupeOptions): Promise<DedupeReport> {
  const { threshold = 0.5, seed = 1, onProgress } = options;
  const thresholdBits = Math.log2(threshold / (1 - threshold));
  const start = resolveModel(options);
  const engine = await openClickHouse(options.connect);
  try {
    await timed(engine, "check_engine", () => requireAgreement(engine, start.model));
    onProgress?.("read");
    await loadIntoClickHouse(engine, "left", options.input, start.model.inputs);
    const scored = await scoreLists(engine, start.model, {
      sides: oneList,
      seed,
      thresholdBits,
      trained: start.trained,
      ...(onProgress ? { onProgress } : {}),
    });
    onProgress?.("assign");
    const edges = await readEdges(engine);
    const clusters = await timed(engine, "assign", async () =>
      clusterRecords(edges, scored.rows.left, leastLinked),
    );
    onProgress?.("write");
    await timed(engine, "write", async () => {
      const ids = await readIds(engine, "left");
      const rows = ids.map((id, i) => [id, ids[clusters[i] ?? i] ?? id]);
      await writeRows(options.out, ["id", "cluster_id"], rows);
    });
    return {
      rows: scored.rows.left,
      pairs: scored.pairs,
      links: edges.bits.length,
      clusters: new Set(clusters).size,
      threshold,
      reasons: [...start.reasons, ...scored.reasons],
      model: scored.model,
      times: engine.times,
    };
  } finally {
    await engine.close();
  }
}
