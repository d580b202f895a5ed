import { createHash } from "node:crypto";
import { personModel } from "@tuwai/linkage/indonesia";
import type { App } from "#app";
import { describePersons, describeRegistry } from "./describe-people.ts";
import type { RegistryKind } from "./registry-kind.ts";
import { linkToRegistry } from "./registry-linkage.ts";

/** So unlikely a pair is still compared: for whoever measures what linking misses. */
const lowest = 0.0001;

/** Of each person the record of a registry that comes nearest, however far; nobody where none comes near at all. */
export async function nearestRecords(
  app: App,
  kind: RegistryKind,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly recordId: string; readonly probability: number }>> {
  if (personIds.length === 0) return new Map();
  const persons = await describePersons(app, personIds);
  const records = await describeRegistry(app, kind);
  const found = await linkToRegistry({ kind, records, persons, threshold: lowest });
  const nearest = new Map<string, { readonly recordId: string; readonly probability: number }>();
  for (const { leftId, personId, pairProbability } of found)
    if (pairProbability > (nearest.get(personId)?.probability ?? 0))
      nearest.set(personId, { recordId: leftId, probability: pairProbability });
  return nearest;
}

/** Names the model by which links are made: its name and a digest of all its weights. */
export function linkingModel(): string {
  const model = personModel();
  const digest = createHash("sha256").update(JSON.stringify(model)).digest("hex").slice(0, 12);
  return `${model.name} ${digest}`;
}
