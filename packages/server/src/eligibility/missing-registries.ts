import type { App } from "#app";
import { asSystem } from "#database";
import { listKnownRegistries } from "./worker-facts.view.ts";

const judging = ["civil-servants", "bpjs-members"] as const;

export type JudgingRegistry = (typeof judging)[number];

/** Lists without which nobody can be judged and that no office has loaded yet. Village logins see no row of them, so the city is asked. */
export async function listMissingRegistries(app: App): Promise<readonly JudgingRegistry[]> {
  const known = await asSystem(app, listKnownRegistries);
  return judging.filter((kind) => !known.has(kind));
}
