import { changesOf, directionOf, isWholeRelease } from "@tuwai/domain/targeting";
import type { Step } from "#use-case";
import { asSets, findUncompared, listPairs, measureRelease, type PairRow } from "./register-pair.view.ts";
import { readDecileLines } from "./targeting-settings.ts";
import { insertWatch, type NewChange } from "./watch.store.ts";

/**
 * Compares the last release with what stood before it, once. Only proposals come of it: links that somebody decided, deaths and moves
 * that the city knows and decisions on work lists stay as they are. Answers how many changes it found; null where there was nothing
 * to compare.
 */
export async function compareReleases(step: Step): Promise<number | null> {
  const { tx, actor } = step;
  const batchId = await findUncompared(tx);
  if (batchId === undefined) return null;
  const lines = await readDecileLines(tx, actor.regionCode);
  const { size, pairs } = await asSets(tx, async () => ({
    size: await measureRelease(tx, batchId),
    pairs: await listPairs(tx, batchId),
  }));
  const isWhole = isWholeRelease(size);
  const changes = pairs.flatMap((pair) =>
    changesOf(pair)
      .filter((kind) => isWhole || kind !== "gone")
      .map((kind): NewChange => ({
        ...placed(pair),
        id: step.newId(),
        kind,
        direction: kind === "decile" ? directionOf(pair.former!, pair.now!, lines) : null,
      })),
  );
  await insertWatch(step, { ...size, batchId, isWhole }, changes);
  return changes.length;
}

const placed = ({ formerId, recordId, personId, villageCode, kecamatanCode }: PairRow) => ({
  formerId,
  recordId,
  personId,
  villageCode: villageCode ?? "",
  kecamatanCode: kecamatanCode ?? "",
});
