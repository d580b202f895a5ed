import { rowRates, type ErrorRates } from "./error-rates.ts";
import { settle, type Counts, type GeneratorPlan, type Settled } from "./list-plan.ts";
import { makePeople, officesOf, type SyntheticHousehold, type SyntheticHuman } from "./make-people.ts";
import { randomOf, type Random } from "./random.ts";
import { slipBirthDate } from "./slip-birth-date.ts";
import { slipName } from "./slip-name.ts";
import { slipFamilyCard, slipNik } from "./slip-number.ts";
import { slipPlace } from "./slip-place.ts";

/** A row as a list holds it: a `PersonRecord` of the Indonesian preset, and the person it is about. Empty text: missing. */
export type GeneratedRow = {
  readonly id: string;
  /** The truth: rows with the same `personId` are one person. */
  readonly personId: string;
  readonly nik: string;
  readonly familyCard: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: "L" | "P" | "";
  readonly address: string;
  readonly villageCode: string;
};

/** One row of one of the two lists. */
export type ListedRow = { readonly list: "left" | "right"; readonly row: GeneratedRow };

/**
 * Two lists of one synthetic city, row by row: people in a registry, the same and other people in a field list, faults
 * as the error table has them. The same plan gives the same rows. Rows come village by village, as lists do; their ids
 * are dealt out so that the order of ids says nothing. Throws `usage` for a plan that cannot be met.
 */
export function* generateRows(plan: GeneratorPlan): Generator<ListedRow> {
  const settled = settle(plan);
  const choose = chooser(randomOf(settled.seed, "choice"), settled.counts);
  const lists = { left: openList("left", settled), right: openList("right", settled) };
  for (const household of makePeople(settled)) {
    for (const person of household.members) {
      const { left, right } = choose();
      if (left > 0) yield { list: "left", row: lists.left(person, household) };
      for (let copy = 0; copy < right; copy += 1)
        yield { list: "right", row: lists.right(person, household) };
    }
  }
}

/** The same as `generateRows`, both lists in memory: up to some hundred thousand rows. */
export function generateLists(plan: GeneratorPlan): { left: GeneratedRow[]; right: GeneratedRow[] } {
  const lists: { left: GeneratedRow[]; right: GeneratedRow[] } = { left: [], right: [] };
  for (const { list, row } of generateRows(plan)) lists[list].push(row);
  return lists;
}

/** For each person in turn, on how many rows of each list; in the end exactly the counts (selection sampling). */
function chooser(random: Random, counts: Counts): () => { left: number; right: number } {
  const left = { ...counts };
  return () => {
    let point = random.next() * (left.both + left.leftOnly + left.rightOnly + left.nobody);
    if ((point -= left.leftOnly) < 0) return (left.leftOnly--, { left: 1, right: 0 });
    if ((point -= left.rightOnly) < 0) return (left.rightOnly--, { left: 0, right: 1 });
    if ((point -= left.nobody) < 0) return (left.nobody--, { left: 0, right: 0 });
    const isRepeated = random.next() * left.both < left.repeated;
    left.both -= 1;
    if (isRepeated) left.repeated -= 1;
    return { left: 1, right: isRepeated ? 2 : 1 };
  };
}

/** The day up to which people are born. */
const madeOn = "2025-12-31";

type WriteRow = (person: SyntheticHuman, household: SyntheticHousehold) => GeneratedRow;

/** Writes people into one of the lists, each list with a chance of its own. */
function openList(list: "left" | "right", { seed, rates, places, rows }: Settled): WriteRow {
  const random = randomOf(seed, list);
  const ratesOf = rowRates(rates[list]);
  const offices = officesOf(places);
  const idOf = dealIds(random, rows[list], list === "left" ? "A" : "B");
  let written = 0;
  return (person, household) => {
    const rate = ratesOf(random);
    const relatives = household.members.filter((other) => other !== person).map((other) => other.nik);
    const name = slipName(random, { ...person, isMinang: household.isMinang }, rate.name);
    const nik = slipNik(random, person.nik, rate.nik, { relatives, offices });
    const { villageCode, address } = slipPlace(random, household, { places, rates: rate.place });
    return {
      id: idOf(written++),
      personId: String(person.personId),
      nik: nik.written ?? "",
      familyCard: slipFamilyCard(random, household.familyCard, rate.familyCard).written ?? "",
      name: random.chance(0.35) ? inWordCase(name) : name,
      birthDate: slipBirthDate(random, person.birthDate, rate.birthDate, madeOn).written ?? "",
      sex: slipSex(random, person.sex, rate.sex),
      address,
      villageCode,
    };
  };
}

/** A permutation of 0…count-1 by multiplying: neighbours in the list are far apart in their ids. */
function dealIds(random: Random, count: number, letter: string): (place: number) => string {
  const width = String(count).length;
  let step = Math.max(1, Math.floor(count * (0.38 + 0.23 * random.next())));
  while (greatestCommonDivisor(step, count) !== 1) step += 1;
  const start = random.int(0, count - 1);
  return (place) => letter + String((start + place * step) % count).padStart(width, "0");
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function slipSex(random: Random, sex: "male" | "female", rates: ErrorRates["sex"]): "L" | "P" | "" {
  if (random.chance(rates.missing)) return "";
  return (sex === "male") === random.chance(rates.wrong) ? "P" : "L";
}

/** "HJ. NUR AINI" → "Hj. Nur Aini", as people type who do not like capitals. */
function inWordCase(name: string): string {
  return name.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase());
}
