import { commitmentGroups, hasGroup } from "@tuwai/domain/commitments";
import { change, type Operation, read, type Step } from "#use-case";
import { evaluators } from "./evaluate.ts";
import { requireYear } from "./list-commitments.ts";
import { findYear, insertRule, insertYear, listRules, markLocked, updateRule } from "./year.store.ts";

/** Names of rules: who evaluates, until when a budget is changed ("MM-DD"), and the account of each group. */
export const commitmentRuleNames: readonly string[] = [
  "evaluator",
  ...(["desa", "kelurahan"] as const).flatMap((kind) => [
    `change-until-${kind}`,
    ...commitmentGroups.filter((group) => hasGroup(kind, group)).map((group) => `account-${kind}-${group}`),
  ]),
];

/** What the city decided of village budgets; a name that is not there is unconfirmed. */
export const getCommitmentRules = read(
  { purpose: "commitment-rules", permission: "village_commitment.read" },
  async ({ tx, actor }): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(await listRules(tx, actor.regionCode)),
);

export type RulesOutcome =
  | { readonly outcome: "changed" }
  | { readonly outcome: "refused"; readonly names: readonly string[] };

type Input = Operation & { readonly rules: Readonly<Record<string, string>> };

/** Writes the rules that were given, all or none; an empty one takes it away. */
export const setCommitmentRules = change(
  { name: "commitment.rules", permission: "village_commitment.configure" },
  async (step, { rules }: Input): Promise<RulesOutcome> => {
    const given = Object.entries(rules).map(([name, value]) => [name, value.trim()] as const);
    const wrong = given.filter(([name, value]) => !isRule(name, value)).map(([name]) => name);
    if (wrong.length > 0) return step.unchanged({ outcome: "refused", names: wrong });
    const known = await listRules(step.tx, step.actor.regionCode);
    const fresh = given.filter(([name, value]) => (known.get(name) ?? "") !== value);
    if (fresh.length === 0) return step.unchanged({ outcome: "changed" });
    for (const [name, value] of fresh) await writeRule(step, name, value);
    const details = { names: fresh.map(([name]) => name) };
    await step.audit({ objectType: "setting", objectId: "commitments", details });
    return { outcome: "changed" };
  },
);

async function writeRule({ tx, actor, now }: Step, name: string, value: string): Promise<void> {
  const rule = { regionCode: actor.regionCode, name, value, by: actor.userId, at: now };
  if (!(await updateRule(tx, rule))) await insertRule(tx, rule);
}

const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const account = /^[0-9]+(\.[0-9]+){1,7}$/;

function isRule(name: string, value: string): boolean {
  if (!commitmentRuleNames.includes(name) || value.length > 40) return false;
  if (value === "") return true;
  if (name === "evaluator") return evaluators.some((one) => one === value);
  if (name.startsWith("change-until-")) return monthDay.test(value) && isDayOfYear(value);
  return account.test(value);
}

/** A day that every year has. */
const isDayOfYear = (value: string): boolean =>
  new Date(`2027-${value}T00:00:00Z`).toISOString().slice(5, 10) === value;

export type YearOutcome = {
  readonly outcome: "opened" | "locked" | "is-open" | "is-locked" | "not-open";
};

/** Asks the villages for a year; from then on it is a task of every village that has said nothing. */
export const openCommitmentYear = change(
  { name: "commitment.open-year", permission: "village_commitment.lock" },
  async (step, input: Operation & { readonly year?: number }): Promise<YearOutcome> => {
    const { tx, actor, now: at } = step;
    const year = requireYear(input.year, step.today);
    if ((await findYear(tx, actor.regionCode, year)) !== undefined)
      return step.unchanged({ outcome: "is-open" });
    await insertYear(tx, { regionCode: actor.regionCode, year, by: actor.userId, at });
    await step.audit({ objectType: "village_commitment", objectId: String(year), details: { year } });
    return { outcome: "opened" };
  },
);

/** What is declared stands: from now on it changes with a reason only, and is public. */
export const lockCommitmentYear = change(
  { name: "commitment.lock-year", permission: "village_commitment.lock" },
  async (step, input: Operation & { readonly year?: number }): Promise<YearOutcome> => {
    const { tx, actor, now: at } = step;
    const year = requireYear(input.year, step.today);
    const known = await findYear(tx, actor.regionCode, year);
    if (known === undefined) return step.unchanged({ outcome: "not-open" });
    if (!(await markLocked(tx, { regionCode: actor.regionCode, year, by: actor.userId, at })))
      return step.unchanged({ outcome: "is-locked" });
    await step.audit({ objectType: "village_commitment", objectId: String(year), details: { year } });
    return { outcome: "locked" };
  },
);
