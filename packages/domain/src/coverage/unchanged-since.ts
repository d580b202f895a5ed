import type { CivilDate } from "#time";

/** A figure as it stood on a day, and under which definition. */
export type PublishedFigure = {
  readonly definition: string;
  readonly asOf: CivilDate;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/**
 * The first day since which the figure has stood as it stands at the end; undefined for no figures. Oldest first. Under
 * another definition it is another figure, whatever its numbers.
 */
export function unchangedSince(history: readonly PublishedFigure[]): CivilDate | undefined {
  const last = history.at(-1);
  if (last === undefined) return undefined;
  const lastOther = history.findLastIndex(
    (figure) =>
      figure.definition !== last.definition ||
      figure.numerator !== last.numerator ||
      figure.denominator !== last.denominator,
  );
  return history[lastOther + 1]?.asOf;
}
