import { ageOn, type CivilDate } from "@tuwai/domain/time";
import { CALIBRATION } from "./calibration.ts";
import { randomOf, type Random } from "@tuwai/linkage/generator";
import type { City, Office, Person, Work } from "./person.ts";

type Worker = { readonly person: Person; readonly age: number };

/** Gives every resident a place in the labour market and some an office in mosque or adat; totals are exact. */
export function assignWork(city: City, seed: number, asOf: CivilDate): void {
  const random = randomOf(seed, "work");
  const residents = city.persons.filter((person) => person.state === "resident");
  const adults = residents
    .map((person) => ({ person, age: ageOn(person.birthDate, asOf) }))
    .filter(({ age }) => age >= 15);
  const size = residents.length / CALIBRATION.residents;
  const working = sample(random, adults, Math.round(CALIBRATION.working * size), eagerness);
  for (const { person } of working) person.activity = "working";
  const idle = adults.filter(({ person }) => person.activity !== "working");
  const seeking = sample(random, idle, Math.round(CALIBRATION.seeking * size), ({ age }) =>
    age < 45 ? 5 : 0.3,
  );
  for (const { person } of seeking) person.activity = "seeking";
  for (const { person, age } of idle) {
    if (person.activity === "home" && random.chance(age < 19 ? 0.95 : age < 24 ? 0.6 : 0))
      person.activity = "school";
  }
  assignFormal(random, working, size);
  assignInformal(random, working, size);
  assignOffices(random, adults, size);
}

/** Weighted sampling without replacement: the smallest of exponential waiting times win. */
function sample(
  random: Random,
  pool: readonly Worker[],
  count: number,
  weight: (worker: Worker) => number,
): Worker[] {
  const waits = pool.map((worker) => ({
    worker,
    wait: -Math.log(1 - random.next()) / Math.max(weight(worker), 1e-6),
  }));
  return waits
    .toSorted((a, b) => a.wait - b.wait)
    .slice(0, count)
    .map(({ worker }) => worker);
}

/** How likely someone of this age and sex works, in relation to others. */
function eagerness({ person, age }: Worker): number {
  const isMan = person.sex === "male";
  if (age < 20) return isMan ? 0.4 : 0.25;
  if (age < 25) return isMan ? 2.6 : 1.3;
  if (age < 60) return isMan ? 12 : 2.1;
  if (age < 65) return isMan ? 4 : 1.3;
  return age < 75 ? (isMan ? 1.3 : 0.5) : 0.12;
}

function assignFormal(random: Random, working: readonly Worker[], size: number): void {
  const take = (work: Work, count: number, fits: (worker: Worker) => number): void => {
    const free = working.filter(({ person }) => person.work === "none");
    for (const { person } of sample(random, free, Math.round(count * size), fits)) person.work = work;
  };
  const ofAge =
    (from: number, to: number) =>
    ({ age }: Worker) =>
      age >= from && age <= to ? 1 : 0;
  take("civil-servant", CALIBRATION.civilServants, ({ person, age }) =>
    age >= 23 && age <= 57 ? (person.sex === "female" ? 3 : 1) : 0,
  );
  take("military-police", CALIBRATION.militaryPolice, ({ person, age }) =>
    age >= 20 && age <= 57 ? (person.sex === "male" ? 10 : 0.5) : 0,
  );
  take("village-officer", 550, ofAge(22, 58));
  take("contract-staff", CALIBRATION.contractStaff, ofAge(21, 56));
  const formal = CALIBRATION.working * (1 - CALIBRATION.informalShare);
  const others = CALIBRATION.civilServants + CALIBRATION.militaryPolice + 550 + CALIBRATION.contractStaff;
  take("private-employee", formal - others, ({ age }) => (age < 45 ? 3 : age < 58 ? 1.2 : 0.1));
}

type Trade = readonly [work: Work, men: number, women: number];

/** Relative numbers of men and women in informal work. Judgement, steered by the province's sectors of August 2025. */
const TRADES: readonly Trade[] = [
  ["farmer", 22, 12], ["farm-labourer", 9, 7], ["builder", 14, 0], ["day-labourer", 12, 4], ["driver", 7, 0.1],
  ["motorcycle-taxi", 9, 0.3], ["trader", 9, 24], ["street-vendor", 5, 14], ["domestic-worker", 0.2, 8],
  ["tailor", 1, 7], ["carpenter", 5, 0], ["mechanic", 4, 0], ["barber", 1.5, 1], ["cook", 0.6, 5],
  ["craft-worker", 2, 10], ["self-employed", 7, 7],
]; // oxfmt-ignore

function assignInformal(random: Random, working: readonly Worker[], size: number): void {
  const free = working.filter(({ person }) => person.work === "none");
  const isFisherVillage = new Map<string, boolean>();
  const fishes = (code: string): boolean => {
    const known = isFisherVillage.get(code) ?? random.chance(0.3);
    isFisherVillage.set(code, known);
    return known;
  };
  const fishers = sample(random, free, Math.round(CALIBRATION.fishers * size), ({ person, age }) =>
    person.sex === "male" && age < 70 ? (fishes(person.villageCode) ? 12 : 0.4) : 0,
  );
  for (const { person } of fishers) person.work = "fisher";
  const men = Object.fromEntries(TRADES.map(([work, weight]) => [work, weight])) as Record<Work, number>;
  const women = Object.fromEntries(TRADES.map(([work, , weight]) => [work, weight])) as Record<Work, number>;
  for (const { person } of free) {
    if (person.work === "none") person.work = random.draw(person.sex === "male" ? men : women);
  }
}

const OFFICES: Readonly<Record<Office, number>> = {
  labai: 13, imam: 12, khatib: 9, bilal: 8, garin: 9, guru_mengaji: 17, pemandi_jenazah: 6, urang_tuo: 8,
  cadiak_pandai: 5, kapalo_mudo: 4, bundo_kanduang: 6, dubalang: 3,
}; // oxfmt-ignore

function assignOffices(random: Random, adults: readonly Worker[], size: number): void {
  const holders = sample(random, adults, Math.round(CALIBRATION.officers * size), ({ person, age }) => {
    if (["civil-servant", "military-police", "private-employee"].includes(person.work)) return 0.1;
    if (age < 22 || age > 78) return 0.02;
    return person.sex === "male" ? (age > 40 ? 4 : 1.5) : 0.5;
  });
  for (const { person } of holders) {
    person.office =
      person.sex === "male"
        ? random.draw({ ...OFFICES, bundo_kanduang: 0 })
        : random.draw({ ...OFFICES, ...NOT_FOR_WOMEN });
  }
}

const NOT_FOR_WOMEN = { labai: 0, imam: 0, khatib: 0, bilal: 0, garin: 0, urang_tuo: 0, cadiak_pandai: 0, kapalo_mudo: 0, dubalang: 0 }; // oxfmt-ignore
