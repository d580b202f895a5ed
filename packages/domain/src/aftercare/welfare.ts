import { addMonths, type CivilDate } from "#time";

/** Decile of a family's card in one release of DTSEN; `decile` is the better-off end of a span, `decileFrom` the poorer one. */
export type Reading = {
  readonly release: string;
  readonly asOf: CivilDate;
  readonly decileFrom: number;
  readonly decile: number;
};

export const outcomes = ["kept-above", "fell", "was-poor", "rose", "unknown"] as const;
export type WelfareOutcome = (typeof outcomes)[number];

/** A reading is of before the event when its day is not after it; a family first read within three months still counts as before. */
const beforeMonths = 3;

/**
 * What became of a family: the last decile known at the event against the last one known since. Poor is whoever stands at `line` or
 * below it. Unknown without a reading on both sides, and where a span leaves open on which side of the line one of them is.
 */
export function outcomeOf(readings: readonly Reading[], happenedOn: CivilDate, line: number): WelfareOutcome {
  const inOrder = readings.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const until = addMonths(happenedOn, beforeMonths);
  const before =
    inOrder.findLast(({ asOf }) => asOf <= happenedOn) ?? inOrder.find(({ asOf }) => asOf <= until);
  const after = inOrder.findLast((reading) => reading !== before && reading.asOf > happenedOn);
  if (before === undefined || after === undefined) return "unknown";
  const [wasPoor, isPoor] = [isAtLine(before, line), isAtLine(after, line)];
  if (wasPoor === undefined || isPoor === undefined) return "unknown";
  if (wasPoor) return isPoor ? "was-poor" : "rose";
  return isPoor ? "fell" : "kept-above";
}

function isAtLine({ decileFrom, decile }: Reading, line: number): boolean | undefined {
  if (decile <= line) return true;
  return decileFrom > line ? false : undefined;
}

export type FollowedFamily = {
  readonly outcome: WelfareOutcome;
  /** Money came from BPJS. */
  readonly isCovered: boolean;
};

export type WelfareFigure = {
  /** Families that stood above the line at the event, and of whom it is known how they stand now. */
  readonly denominator: number;
  readonly keptAbove: number;
  readonly fell: number;
  readonly wasPoor: number;
  readonly unknown: number;
};

/** Families kept above poverty and families that fell, of those of whom both is known. */
export function figureOf(families: readonly FollowedFamily[]): WelfareFigure {
  const of = (outcome: WelfareOutcome) => families.filter((family) => family.outcome === outcome).length;
  const [keptAbove, fell] = [of("kept-above"), of("fell")];
  return {
    denominator: keptAbove + fell,
    keptAbove,
    fell,
    wasPoor: of("was-poor") + of("rose"),
    unknown: of("unknown"),
  };
}

/** What cover made of it: the same figure for families whom BPJS paid, and for the others. */
export const figuresByCover = (families: readonly FollowedFamily[]) => ({
  all: figureOf(families),
  covered: figureOf(families.filter(({ isCovered }) => isCovered)),
  uncovered: figureOf(families.filter(({ isCovered }) => !isCovered)),
});
