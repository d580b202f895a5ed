/** Which question a coverage figure answers. Two ladders stand side by side and are never compared or mixed. */
export type CoverageDefinition = {
  readonly code: "vulnerable-workers" | "ucj" | "rpjmn" | "bpu-indicator";
  readonly ladder: "programme" | "ucj" | "rpjmn";
  /** Codes of what is counted above and below the line; the words stand in the language files. */
  readonly counts: string;
  readonly outOf: string;
  /** Where the definition comes from. */
  readonly source: string;
};

export const coverageDefinitions: readonly CoverageDefinition[] = [
  {
    code: "vulnerable-workers",
    ladder: "programme",
    counts: "persons-covered-on-day",
    outOf: "vulnerable-workers-in-register",
    source: "own register: cover counted from payment evidence, not from registration",
  },
  {
    code: "ucj",
    ladder: "ucj",
    counts: "active-members-all-segments",
    outOf: "eligible-workers",
    source: "BPJS Ketenagakerjaan, Universal Coverage Jamsostek",
  },
  {
    code: "rpjmn",
    ladder: "rpjmn",
    counts: "active-members-all-segments",
    outOf: "employed-persons",
    source: "RPJMN 2025-2029, share of workers covered",
  },
  {
    code: "bpu-indicator",
    ladder: "rpjmn",
    counts: "bpu-members-jkk-and-jkm",
    outOf: "all-bpu-workers",
    source: "KEP.26A/M.PPN/HK/05/2025, indicator 06.02.021",
  },
];

/** Throws RangeError for an unknown code: a figure without a definition is not a figure. */
export function coverageDefinition(code: string): CoverageDefinition {
  const definition = coverageDefinitions.find((candidate) => candidate.code === code);
  if (definition === undefined) throw new RangeError(`no coverage definition ${code}`);
  return definition;
}
