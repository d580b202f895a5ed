import { importFields } from "@tuwai/domain/intake";
import type { Step } from "#use-case";
import type { ImportFacts } from "./import-batch.ts";

/**
 * The file goes on by itself. Registries have a lane of their own, and of one village, or of one kind without a village, one
 * file is in hand at a time: nobody else waits for whoever sends many or heavy ones.
 */
export function followAdvance(
  step: Step,
  { id, kind, villageCode }: Pick<ImportFacts, "id" | "kind" | "villageCode">,
): Promise<void> {
  const topic = importFields[kind].size === "registry" ? "import.advance-large" : "import.advance";
  return step.follow(topic, { batchId: id }, villageCode ?? kind);
}

/** The same file, behind those who wait. */
export function followSlowly(
  step: Step,
  { id, kind, villageCode }: Pick<ImportFacts, "id" | "kind" | "villageCode">,
): Promise<void> {
  return step.follow("import.advance-slow", { batchId: id }, villageCode ?? kind);
}
