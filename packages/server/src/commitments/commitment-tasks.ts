import { yearToPromise } from "@tuwai/domain/commitments";
import { taskSources } from "#tasks";
import type { Step } from "#use-case";
import { listCommitmentRows } from "./commitment.store.ts";
import { evaluatorOf } from "./evaluate.ts";
import { listVillages } from "./village.view.ts";
import { findYear, listRules } from "./year.store.ts";

const unsaid = ["belum", "rancangan", "ditarik"];

const rowsNow = ({ tx, area, today }: Step) => listCommitmentRows(tx, { area, year: yearToPromise(today) });

/** Villages of the area that were asked for a year and have declared nothing. */
async function countSilent(step: Step): Promise<number> {
  const { tx, area, actor, today } = step;
  const year = await findYear(tx, actor.regionCode, yearToPromise(today));
  if (year === undefined || year.lockedAt !== null) return 0;
  const said = new Set(
    (await rowsNow(step))
      .filter(({ state }) => !unsaid.includes(state))
      .map(({ villageCode }) => villageCode),
  );
  const villages = await listVillages(tx, area, null);
  return villages.filter(({ code }) => !said.has(code)).length;
}

async function countToEvaluate(step: Step): Promise<number> {
  const rules = await listRules(step.tx, step.actor.regionCode);
  if ((evaluatorOf(rules) === "camat") !== (step.grant.scope === "K")) return 0;
  const rows = await rowsNow(step);
  return rows.filter(
    ({ state, draftRupiah, evaluatedOn }) =>
      state === "masuk-rapbdes" || (draftRupiah !== null && evaluatedOn === null),
  ).length;
}

const countToMend = async (step: Step): Promise<number> =>
  (await rowsNow(step)).filter(({ state }) => state === "dievaluasi-perlu-diperbaiki").length;

/** Declared groups for which nobody decided an account, so that no budget can have them. */
const countWithoutAccount = async (step: Step): Promise<number> =>
  new Set(
    (await rowsNow(step))
      .filter(({ state, account }) => account === null && !unsaid.includes(state))
      .map(({ group }) => group),
  ).size;

export const commitmentTasks = [
  taskSources({
    code: "declare-commitments",
    target: "commitments",
    urgency: 139,
    permission: "village_commitment.write",
    count: countSilent,
  }),
  taskSources({
    code: "mend-drafts",
    target: "commitments",
    urgency: 147,
    permission: "village_commitment.write",
    count: countToMend,
  }),
  taskSources({
    code: "evaluate-drafts",
    target: "commitment-evaluations",
    urgency: 148,
    permission: "village_commitment.evaluate",
    count: countToEvaluate,
  }),
  taskSources({
    code: "set-accounts",
    target: "commitment-rules",
    urgency: 149,
    permission: "village_commitment.configure",
    count: countWithoutAccount,
  }),
];
