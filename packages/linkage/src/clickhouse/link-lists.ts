import type { Edges } from "#assignment";
import { requireAgreement } from "#conformance";
import {
  assignLinks,
  candidateBits,
  resolveModel,
  scoreLists,
  type Assigned,
  type LinkListsOptions,
  type LinkReport,
} from "#linking";
import { timed, twoLists, type Engine } from "#stages";
import type { ConnectClickHouse } from "./connection.ts";
import { loadIntoClickHouse, type ClickHouseSource } from "./load-list.ts";
import { openClickHouse } from "./open-engine.ts";
import { readEdges } from "./read-edges.ts";
import { readIds, writeRows } from "./write-rows.ts";

/** What `linkInClickHouse` is told. */
export type ClickHouseLinkOptions = Omit<
  LinkListsOptions,
  "left" | "right" | "memory" | "threads" | "spill" | "quality" | "decisions"
> & {
  connect: ConnectClickHouse;
  left: ClickHouseSource;
  right: ClickHouseSource;
};

/**
 * Links two lists in a ClickHouse: the same links, probabilities and file as `linkLists` with the same model or seed.
 * Throws `engine-differs` before reading anything when this ClickHouse works out differently what the model uses.
 */
export async function linkInClickHouse(options: ClickHouseLinkOptions): Promise<LinkReport> {
  const { threshold = 0.5, assign = "one-to-one", seed = 1, onProgress } = options;
  const start = resolveModel(options);
  const engine = await openClickHouse(options.connect);
  try {
    await timed(engine, "check_engine", () => requireAgreement(engine, start.model));
    onProgress?.("read");
    await loadIntoClickHouse(engine, "left", options.left, start.model.inputs);
    await loadIntoClickHouse(engine, "right", options.right, start.model.inputs);
    const scored = await scoreLists(engine, start.model, {
      sides: twoLists,
      seed,
      thresholdBits: candidateBits,
      trained: start.trained,
      ...(onProgress ? { onProgress } : {}),
    });
    onProgress?.("assign");
    const assigned = await timed(engine, "assign", async () =>
      assignLinks(await readEdges(engine), scored, { threshold, assign }),
    );
    onProgress?.("write");
    await timed(engine, "write", () => writeLinks(engine, assigned, options.out));
    return {
      rows: scored.rows,
      pairs: scored.pairs,
      links: assigned.links.bits.length,
      expectedMatches: assigned.expectedMatches,
      threshold,
      assign,
      reasons: [...start.reasons, ...scored.reasons],
      model: scored.model,
      times: engine.times,
    };
  } finally {
    await engine.close();
  }
}

async function writeLinks(engine: Engine, assigned: Assigned, out: string): Promise<void> {
  const [left, right] = [await readIds(engine, "left"), await readIds(engine, "right")];
  const header = ["left_id", "right_id", "probability", "weight"];
  await writeRows(out, header, linkRows(assigned, left, right));
}

function* linkRows(
  { links, probabilities }: { links: Edges; probabilities: Float64Array },
  left: readonly string[],
  right: readonly string[],
): Generator<string[]> {
  const order = Uint32Array.from(links.bits.keys()).toSorted(
    (a, b) => at(links.left, a) - at(links.left, b) || at(links.right, a) - at(links.right, b),
  );
  for (const i of order)
    yield [
      left[at(links.left, i)] ?? "",
      right[at(links.right, i)] ?? "",
      at(probabilities, i).toFixed(6),
      at(links.bits, i).toFixed(6),
    ];
}

const at = (values: { readonly [i: number]: number }, i: number): number => values[i] ?? 0;
