import type { CivilDate } from "@tuwai/domain/time";
import { type Permission, may } from "#access";
import { read, type Step } from "#use-case";
import {
  deadlineSources,
  figureSources,
  firstStepSources,
  type Held,
  waitSources,
} from "./outlook-source.ts";

export type Wait = Held & { readonly code: string };
export type Deadline = { readonly code: string; readonly count: number; readonly on: CivilDate };

/** What stands on a first page beside the tasks. */
export type Outlook = {
  readonly today: CivilDate;
  /** Codes, the one to begin with first. */
  readonly firstSteps: readonly string[];
  /** What waited longest first. */
  readonly waits: readonly Wait[];
  /** The nearest first. */
  readonly deadlines: readonly Deadline[];
  readonly figure: { readonly code: string; readonly count: number } | null;
};

/** What this actor waits for, by when what is due, and where to begin; counts and days only, as the actor's own login sees them. */
export const getOutlook = read(
  { purpose: "outlook", permission: "task.list", isKept: true },
  async (step): Promise<Outlook> => ({
    today: step.today,
    firstSteps: await firstStepsOf(step),
    waits: await waitsOf(step),
    deadlines: await deadlinesOf(step),
    figure: await figureOf(step),
  }),
);

type Named = { readonly code: string; readonly permission: Permission };

const own = <S extends Named>({ actor }: Step, sources: readonly S[]): readonly S[] =>
  sources.filter(({ permission }) => may(actor, permission));

async function firstStepsOf(step: Step): Promise<readonly string[]> {
  const sources = own(step, firstStepSources.all(step.app.features));
  const due: string[] = [];
  for (const { code, permission, isDue } of sources.toSorted((a, b) => a.urgency - b.urgency))
    if (await isDue(step.under(permission))) due.push(code);
  return due;
}

async function waitsOf(step: Step): Promise<readonly Wait[]> {
  const waits: Wait[] = [];
  for (const { code, permission, find } of own(step, waitSources.all(step.app.features))) {
    const held = await find(step.under(permission));
    if (held.count > 0) waits.push({ code, ...held });
  }
  const age = ({ since }: Wait) => since?.getTime() ?? Infinity;
  return waits.toSorted((a, b) => age(a) - age(b));
}

async function deadlinesOf(step: Step): Promise<readonly Deadline[]> {
  const deadlines: Deadline[] = [];
  for (const { code, permission, find } of own(step, deadlineSources.all(step.app.features))) {
    const { count, on } = await find(step.under(permission));
    if (count > 0 && on !== null) deadlines.push({ code, count, on });
  }
  return deadlines.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

async function figureOf(step: Step): Promise<Outlook["figure"]> {
  const [source] = own(step, figureSources.all(step.app.features));
  if (source === undefined) return null;
  return { code: source.code, count: await source.count(step.under(source.permission)) };
}
