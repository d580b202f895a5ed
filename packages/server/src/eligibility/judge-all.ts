import type { App } from "#app";
import { asCity } from "#use-case";
import type { WorkPayloads } from "#work";
import { judgePersons } from "./judge-persons.ts";
import { listJudgeable } from "./worker-facts.view.ts";

const personsPerMessage = 5000;

/**
 * Handler of `eligibility.judge-all`, the night's work: limits of age and the days of policies move at midnight. A few thousand
 * persons per message, so that other work has its turn and a night that is interrupted goes on where it was.
 */
export async function judgeAll(app: App, { after }: WorkPayloads["eligibility.judge-all"]): Promise<void> {
  const everybody = await asCity(app, "eligibility.judge-all", ({ tx }) => listJudgeable(tx, {}));
  const personIds = everybody.filter((id) => after === null || id > after).slice(0, personsPerMessage);
  const last = personIds.at(-1);
  if (last === undefined) return;
  await judgePersons(app, { personIds });
  if (last === everybody.at(-1)) return;
  await asCity(app, "eligibility.judge-all", (step) => step.follow("eligibility.judge-all", { after: last }));
}
