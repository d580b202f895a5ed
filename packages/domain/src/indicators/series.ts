/** How far a figure can be trusted: read in the source itself, told by an office or the press, remembered, or beyond anybody's checking. */
export type FigureMark = "text-read" | "reported" | "from-memory" | "cannot-be-reproduced";

export const figureMarks: readonly FigureMark[] = [
  "text-read",
  "reported",
  "from-memory",
  "cannot-be-reproduced",
];

/** Where a definition stands: name of the instrument or register, and how far we know it. */
export type DefinitionSource = { readonly name: string; readonly mark: FigureMark };

const seriesCodes = [
  "vulnerable-covered",
  "listed-covered",
  "workers-covered",
  "press-coverage",
  "ucj",
  "rpjmn-workers",
  "pbpu-06-02-021",
] as const;
export type SeriesCode = (typeof seriesCodes)[number];

export type Series<Code extends SeriesCode = SeriesCode> = {
  readonly code: Code;
  /** Always in per cent. */
  readonly unit: "percent";
  /** What is counted above and below, by code; their words stand in the language files. Null: nobody has said. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** `desk`: typed from a source by whoever holds `indicator.write`. `register`: counted here, nobody can type it. */
  readonly enteredBy: "desk" | "register";
  /** A bare percentage is taken only where the source gives no more. */
  readonly takesBarePercent: boolean;
  readonly sources: readonly DefinitionSource[];
  /** Which ladder of targets it is held against; null where none was ever set for this definition. */
  readonly ladder: LadderCode | null;
};

export const ladderCodes = ["rpjmd", "rpjmn", "ucj"] as const;
export type LadderCode = (typeof ladderCodes)[number];

const bps: DefinitionSource = { name: "BPS, Sakernas", mark: "reported" };
const bpjs: DefinitionSource = { name: "BPJS Ketenagakerjaan", mark: "reported" };

/**
 * The series that are told side by side and never mixed: each with its own halves, its own sources and its own ladder. Sources:
 * design notes on coverage (domain.md 5), with the mark of each.
 */
export const seriesList: readonly Series[] = [
  {
    code: "vulnerable-covered",
    unit: "percent",
    numerator: "covered-by-payment",
    denominator: "vulnerable-estimate",
    enteredBy: "register",
    takesBarePercent: false,
    sources: [{ name: "TuWai KeTan", mark: "text-read" }, bps],
    ladder: "rpjmd",
  },
  {
    code: "listed-covered",
    unit: "percent",
    numerator: "covered-by-payment",
    denominator: "listed-coverable",
    enteredBy: "register",
    takesBarePercent: false,
    sources: [{ name: "TuWai KeTan", mark: "text-read" }],
    ladder: null,
  },
  {
    code: "workers-covered",
    unit: "percent",
    numerator: "active-members",
    denominator: "employed-without-servants",
    enteredBy: "desk",
    takesBarePercent: false,
    sources: [bps, bpjs],
    ladder: null,
  },
  {
    code: "press-coverage",
    unit: "percent",
    numerator: null,
    denominator: null,
    enteredBy: "desk",
    takesBarePercent: true,
    sources: [{ name: "Pemberitaan", mark: "cannot-be-reproduced" }],
    ladder: null,
  },
  {
    code: "ucj",
    unit: "percent",
    numerator: "active-members",
    denominator: "eligible-workers",
    enteredBy: "desk",
    takesBarePercent: true,
    sources: [bpjs],
    ladder: "ucj",
  },
  {
    code: "rpjmn-workers",
    unit: "percent",
    numerator: "covered-workers",
    denominator: "all-workers",
    enteredBy: "desk",
    takesBarePercent: true,
    sources: [{ name: "RPJMN 2025–2029, RPJPN 2025–2045", mark: "reported" }],
    ladder: "rpjmn",
  },
  {
    code: "pbpu-06-02-021",
    unit: "percent",
    numerator: "pbpu-members",
    denominator: "pbpu-universe",
    enteredBy: "desk",
    takesBarePercent: false,
    sources: [{ name: "KEP.26A/M.PPN/HK/05/2025, 06.02.021", mark: "reported" }],
    ladder: null,
  },
];

export function findSeries(code: string): Series | undefined {
  return seriesList.find((series) => series.code === code);
}
