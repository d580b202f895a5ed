/** The city's halves as a release has them. */
export type PublishedFigure = {
  readonly numerator: number | null;
  readonly estimate: number | null;
  readonly percent: number | null;
};
