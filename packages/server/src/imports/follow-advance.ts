import { importFields } from "@tuwai/domain/intake";
import type { Step } from "#use-case";
import type { ImportFacts } from "./import-batch.ts";

/** The list of the largest village has some 2,000 rows: 300 KB as text. Whatever is longer than this is no ordinary list. */
const heavyBytes = 1_000_000;

/**
 * The file goes on by itself. Registries have a lane of their own, heavy lists another, and of one village, or of one kind
 * without a village, one file is in hand at a time: nobody else waits for whoever sends many or heavy ones.
 */
export function followAdvance(
  step: Step,
  batch: Pick<ImportFacts, "id" | "kind" | "villageCode" | "fileBytes">,
): Promise<void> {
  const { id, kind, villageCode, fileBytes } = batch;
  if (importFields[kind].size === "registry")
    return step.follow("import.advance-large", { batchId: id }, villageCode ?? kind);
  if (fileBytes > heavyBytes) return followSlowly(step, batch);
  return step.follow("import.advance", { batchId: id }, villageCode ?? kind);
}

/** The same file, behind those who wait. */
export function followSlowly(
  step: Step,
  { id, kind, villageCode }: Pick<ImportFacts, "id" | "kind" | "villageCode">,
): Promise<void> {
  return step.follow("import.advance-slow", { batchId: id }, villageCode ?? kind);
}
