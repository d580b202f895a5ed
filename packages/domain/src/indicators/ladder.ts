/** Everybody in the register, each counted at one place only: where somebody leaves the ladder, or the last rung reached. */
export type LadderPlace = (typeof ladderPlaces)[number];

export const ladderPlaces = [
  "merged",
  "withdrawn",
  "died",
  "moved",
  "officer",
  "ineligible",
  "coverable",
  "endorsed",
  "with-payer",
  "enrolled",
  "accepted",
  "ever-paid",
  "covered",
] as const;

/** Shown beside the ladder, never inside a rung: who is near to cover, and whose cover belongs to another number. */
export const besideLadder = [
  "grace",
  "waiting-first-payment",
  "list-only",
  "covered-officers",
  "covered-ineligible",
] as const;
export type BesideLadder = (typeof besideLadder)[number];

export const ladderStages = [
  "in-register",
  "less-merged",
  "less-withdrawn",
  "on-lists",
  "less-died",
  "less-moved",
  "less-officers",
  "listed-workers",
  "less-ineligible",
  "coverable",
  "less-not-endorsed",
  "endorsed",
  "less-without-payer",
  "with-payer",
  "less-not-sent",
  "enrolled",
  "less-not-accepted",
  "accepted",
  "less-never-paid",
  "ever-paid",
  "less-paid-no-more",
  "covered",
  ...besideLadder,
] as const;
export type LadderStage = (typeof ladderStages)[number];

/** A rung is what is left; `less` what goes from one rung to the next; `beside` stands in a rung already. */
export type LadderStep = {
  readonly stage: LadderStage;
  readonly kind: "rung" | "less" | "beside";
  readonly persons: number;
};

export type LadderCounts = Readonly<Record<LadderPlace | BesideLadder, number>>;

/** Which place goes away before which rung. */
const steps: readonly (readonly [LadderPlace, LadderStage, LadderStage | null])[] = [
  ["merged", "less-merged", null],
  ["withdrawn", "less-withdrawn", "on-lists"],
  ["died", "less-died", null],
  ["moved", "less-moved", null],
  ["officer", "less-officers", "listed-workers"],
  ["ineligible", "less-ineligible", "coverable"],
  ["coverable", "less-not-endorsed", "endorsed"],
  ["endorsed", "less-without-payer", "with-payer"],
  ["with-payer", "less-not-sent", "enrolled"],
  ["enrolled", "less-not-accepted", "accepted"],
  ["accepted", "less-never-paid", "ever-paid"],
  ["ever-paid", "less-paid-no-more", "covered"],
];

/**
 * The ladder from everybody in the register down to those covered. Each rung is the one above less those who go between them, so
 * that it always adds up; whoever reached a rung in another way than ours stands on it all the same.
 */
export function buildLadder(counts: LadderCounts): readonly LadderStep[] {
  let left = ladderPlaces.reduce((sum, place) => sum + counts[place], 0);
  const ladder: LadderStep[] = [{ stage: "in-register", kind: "rung", persons: left }];
  for (const [place, less, rung] of steps) {
    left -= counts[place];
    ladder.push({ stage: less, kind: "less", persons: counts[place] });
    if (rung !== null) ladder.push({ stage: rung, kind: "rung", persons: left });
  }
  return [
    ...ladder,
    ...besideLadder.map((stage) => ({ stage, kind: "beside" as const, persons: counts[stage] })),
  ];
}

/** At which places whoever is counted in a stage stands; of those beside the ladder, everybody who may be covered. */
export function placesOf(stage: LadderStage): readonly LadderPlace[] {
  const from = (place: LadderPlace) => ladderPlaces.slice(ladderPlaces.indexOf(place));
  if (stage === "in-register") return ladderPlaces;
  if (stage === "covered-officers") return ["officer"];
  if (stage === "covered-ineligible") return ["ineligible"];
  if (besideLadder.some((beside) => beside === stage)) return from("coverable");
  const at = steps.findIndex(([, less, rung]) => less === stage || rung === stage);
  const [place, less] = steps[at]!;
  return less === stage ? [place] : from(ladderPlaces[at + 1]!);
}

/**
 * The same for eyes that see no persons: no number of fewer than `least` people, and no two rungs that differ by fewer. A rung too
 * near the one above is left out, and those between them go with the next; a small one beside is left out.
 */
export function coarsenLadder(ladder: readonly LadderStep[], least: number): readonly LadderStep[] {
  const shown: LadderStep[] = [];
  let above: number | null = null;
  for (const step of ladder) {
    const isTold = step.persons === 0 || step.persons >= least;
    const isApart: boolean =
      step.kind !== "rung" || above === null || above === step.persons || above - step.persons >= least;
    if (step.kind === "less" || !isTold || !isApart) continue;
    if (step.kind === "rung") above = step.persons;
    shown.push(step);
  }
  return shown;
}
