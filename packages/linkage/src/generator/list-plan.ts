import { LinkageError } from "#model";
import { fieldRates, registryRates, scaleRates, type ErrorRates } from "./error-rates.ts";
import type { Place } from "./make-people.ts";
import type { Origin } from "./name-by-origin.ts";
import { readTable } from "./read-table.ts";

/** How many rows, which people and how many errors. */
export type GeneratorPlan = {
  /** Rows of the registry (low noise) and of the field list (high noise). */
  readonly left: number;
  readonly right: number;
  /** People of the city; a tenth more than the lists need unless told. */
  readonly persons?: number;
  /** Share of the right rows whose person is also on the left, 0 to 1. 0.65 unless told. */
  readonly overlap?: number;
  /** Share of the right rows that repeat another one's person. 0.01 unless told. */
  readonly repeats?: number;
  readonly seed?: number;
  /** 1 unless told: the errors of the table; 0 none; 2 twice as many. */
  readonly noise?: number;
  readonly rates?: { readonly left: ErrorRates; readonly right: ErrorRates };
  /** Villages of the city, at least one; those of Padang unless told. */
  readonly places?: readonly Place[];
  /** Weights of where families come from. */
  readonly origins?: Readonly<Record<Origin, number>>;
};

/** Roughly a city on the coast of West Sumatra; judgement. */
const usualOrigins = { minang: 72, javanese: 18, batak: 7, sundanese: 3 } as const;
const MOST_PERSONS = 50_000_000;

export type Counts = { both: number; leftOnly: number; rightOnly: number; repeated: number; nobody: number };
/** A plan with nothing left open, and how many people stand on which list. */
export type Settled = {
  readonly seed: number;
  readonly persons: number;
  readonly counts: Counts;
  readonly places: readonly Place[];
  readonly origins: Readonly<Record<Origin, number>>;
  readonly rates: { readonly left: ErrorRates; readonly right: ErrorRates };
  readonly rows: { readonly left: number; readonly right: number };
};

/** Throws `usage` for numbers that do not fit together. */
export function settle(plan: GeneratorPlan): Settled {
  const { left, right, overlap = 0.65, repeats = 0.01, noise = 1, seed = 1 } = plan;
  const both = Math.round(right * overlap);
  const repeated = Math.min(both, Math.round(right * repeats));
  const [leftOnly, rightOnly] = [left - both, right - both - repeated];
  const needed = both + leftOnly + rightOnly;
  const persons = plan.persons ?? Math.ceil(needed * 1.1);
  refuseUnless(left >= 1 && right >= 1 && Number.isInteger(left + right), "both lists need one row or more");
  refuseUnless(leftOnly >= 0, `the left list is too short: ${both} right rows are to be found in it`);
  refuseUnless(rightOnly >= 0, "overlap and repeats together are more than the right list holds");
  refuseUnless(persons >= needed, `the lists need ${needed} persons`);
  refuseUnless(persons <= MOST_PERSONS, `at most ${MOST_PERSONS} persons`);
  const places = plan.places ?? readPadang();
  refuseUnless(places.length > 0, "a city needs a village");
  const rates = plan.rates ?? { left: registryRates, right: fieldRates };
  return {
    seed, persons, places, rows: { left, right }, origins: plan.origins ?? usualOrigins,
    counts: { both, leftOnly, rightOnly, repeated, nobody: persons - needed },
    rates: { left: scaleRates(rates.left, noise), right: scaleRates(rates.right, noise) },
  }; // oxfmt-ignore
}

function refuseUnless(isMet: boolean, sentence: string): void {
  if (!isMet) throw new LinkageError("usage", sentence);
}

function readPadang(): Place[] {
  return readTable("./places/padang.csv").map((row) => ({
    code: row["code"] ?? "",
    name: row["name"] ?? "",
  }));
}
