/** The way of a worker from a list to cover, in order; each living worker stands in one of them or has left by an exit. */
export const stageNames = [
  "listed",
  "eligible",
  "endorsed",
  "funded",
  "sent",
  "accepted",
  "covered",
] as const;
export type StageName = (typeof stageNames)[number];

/** How somebody left the way; none of them is hidden in a stage. */
export const exitNames = ["arrears", "ended", "ineligible", "moved", "died"] as const;
export type ExitName = (typeof exitNames)[number];

/** People in a stage, and how many have waited how many days in it. */
export type StageCount = {
  readonly people: number;
  readonly waits: Readonly<Record<string, number>>;
};
export type StageCounts = Readonly<Partial<Record<StageName | ExitName, StageCount>>>;

export const noStage: StageCount = { people: 0, waits: {} };

/** Who has waited longer is stuck. */
export const stuckDays = 14;

export function stuckOf({ waits }: StageCount): number {
  return entriesOf(waits).reduce((sum, [days, people]) => sum + (days > stuckDays ? people : 0), 0);
}

/** Half of the people have waited at most so many days; null where nobody waits. */
export function medianDays({ waits }: StageCount): number | null {
  const sorted = entriesOf(waits).toSorted(([a], [b]) => a - b);
  const all = sorted.reduce((sum, [, people]) => sum + people, 0);
  let seen = 0;
  for (const [days, people] of sorted) {
    seen += people;
    if (seen * 2 >= all && all > 0) return days;
  }
  return null;
}

/** The stages of many villages as one. */
export function sumStages(all: readonly StageCounts[]): StageCounts {
  const sum: Partial<Record<StageName | ExitName, { people: number; waits: Record<string, number> }>> = {};
  for (const counts of all) {
    for (const [name, { people, waits }] of Object.entries(counts) as [StageName, StageCount][]) {
      const of = (sum[name] ??= { people: 0, waits: {} });
      of.people += people;
      for (const [days, n] of Object.entries(waits)) of.waits[days] = (of.waits[days] ?? 0) + n;
    }
  }
  return sum;
}

/** People who have come at least as far as a stage: those in it, those beyond, and those who were members once. */
export function reachedOf(counts: StageCounts, stage: StageName): number {
  const beyond = stageNames.slice(stageNames.indexOf(stage));
  const members = (["arrears", "ended"] as const).reduce((sum, name) => sum + peopleOf(counts, name), 0);
  return beyond.reduce((sum, name) => sum + peopleOf(counts, name), members);
}

/** The stage before cover in which most people are stuck; null where nobody is. */
export function bottleneckOf(
  counts: StageCounts,
): { readonly stage: StageName; readonly stuck: number } | null {
  const stuck = stageNames
    .filter((name) => name !== "covered")
    .map((stage) => ({ stage, stuck: stuckOf(counts[stage] ?? noStage) }))
    .toSorted((a, b) => b.stuck - a.stuck)[0];
  return stuck === undefined || stuck.stuck === 0 ? null : stuck;
}

const peopleOf = (counts: StageCounts, name: StageName | ExitName): number => counts[name]?.people ?? 0;
const entriesOf = (waits: StageCount["waits"]): (readonly [number, number])[] =>
  Object.entries(waits).map(([days, people]) => [Number(days), people] as const);
