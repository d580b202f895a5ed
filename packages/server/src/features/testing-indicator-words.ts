/** A figure, a target and a source of the estimate, as somebody could type them. */
export const indicatorWords = {
  series: "workers-covered",
  place: "13.77",
  asOf: "2026-06",
  numerator: 1,
  denominator: 2,
  barePercent: null,
  mark: "reported",
  ladder: "rpjmd",
  percent: 40,
  isRight: true,
  low: 1,
  middle: 2,
  high: 3,
  releaseMonth: "2026-10",
  words: "Satu desa terhitung dua kali.",
};

export const indicatorNames = (id: string) => ({
  valueId: id,
  targetId: id,
  replacedValueId: id,
  draftId: id,
});
