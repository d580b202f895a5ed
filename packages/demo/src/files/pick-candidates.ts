import { ageOn, type CivilDate } from "@tuwai/domain/time";
import type { City, Household, Person } from "#people";
import type { Random } from "@tuwai/linkage/generator";
import { isInformalWorker } from "./work-words.ts";

/** One line of a village list before anything is written: who is meant, and why the line stands there. */
export type Candidate = {
  readonly person: Person;
  readonly household: Household;
  readonly reason:
    | "worker"
    | "not-a-worker"
    | "died"
    | "moved-away"
    | "civil-servant"
    | "stranger"
    | "repeat-exact"
    | "repeat-respelt";
  /** The relative whose NIK was copied onto this line by mistake. */
  readonly nikOf?: Person;
};

export type CandidatePlan = {
  readonly city: City;
  readonly villageCode: string;
  readonly random: Random;
  readonly scale: number;
  readonly asOf: CivilDate;
};

const FEWEST_ROWS = 100;
const MOST_ROWS = 225;

/** The people a village proposes: mostly its informal workers, and the wrong ones that get onto every such list. */
export function pickCandidates(plan: CandidatePlan): Candidate[] {
  const { city, villageCode, random, asOf } = plan;
  const at = (person: Person, reason: Candidate["reason"]): Candidate => ({
    person,
    reason,
    household: city.households[person.householdId] as Household,
  });
  const own = city.persons.filter((person) => person.villageCode === villageCode);
  const workers = own.filter((person) => person.state === "resident" && isProposable(person, asOf));
  const scale = Math.min(1, plan.scale);
  const wanted = Math.round(
    Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, workers.length * 0.5)) * (scale < 1 ? Math.max(scale, 0.1) : 1),
  );
  const chosen = random
    .shuffle(workers)
    .slice(0, wanted)
    .map((person) => at(person, "worker"));
  const idle = random.shuffle(
    own.filter(
      (person) =>
        person.state === "resident" && person.activity === "home" && ageOn(person.birthDate, asOf) < 64,
    ),
  );
  chosen.push(
    ...idle
      .slice(0, Math.max(wanted - chosen.length, Math.round(wanted * 0.03)))
      .map((person) => at(person, "not-a-worker")),
  );
  const few = (pool: readonly Person[], share: number): readonly Person[] =>
    random.shuffle(pool).slice(0, atRandom(random, wanted * share));
  chosen.push(
    ...few(
      own.filter((person) => person.state === "died"),
      0.012,
    ).map((person) => at(person, "died")),
  );
  chosen.push(
    ...few(
      own.filter((person) => person.state === "moved-away"),
      0.015,
    ).map((person) => at(person, "moved-away")),
  );
  chosen.push(
    ...few(
      own.filter((person) => person.civilServant !== null),
      0.006,
    ).map((person) => at(person, "civil-servant")),
  );
  const strangers = city.persons.filter(
    (person) => person.villageCode !== villageCode && isProposable(person, asOf),
  );
  chosen.push(...few(strangers, 0.02).map((person) => at(person, "stranger")));
  return withRepeats(random, withCopiedNiks(random, random.shuffle(chosen)));
}

function isProposable(person: Person, asOf: CivilDate): boolean {
  return person.state === "resident" && isInformalWorker(person) && ageOn(person.birthDate, asOf) < 80;
}

/** Some lines carry the NIK of another line of the same household, as when it was read off the family card. */
function withCopiedNiks(random: Random, lines: readonly Candidate[]): Candidate[] {
  const byHousehold = new Map<number, Person>();
  return lines.map((line) => {
    const relative = byHousehold.get(line.household.id);
    byHousehold.set(line.household.id, line.person);
    return relative !== undefined && random.chance(0.04) ? { ...line, nikOf: relative } : line;
  });
}

/** One or two in a hundred stand on the list twice, some word for word, some typed again. */
function withRepeats(random: Random, lines: readonly Candidate[]): Candidate[] {
  const repeated = [...lines];
  const plain = lines.filter((line) => line.nikOf === undefined && line.reason === "worker");
  for (const reason of ["repeat-exact", "repeat-respelt"] as const) {
    for (const line of random.shuffle(plain).slice(0, atRandom(random, lines.length * 0.009))) {
      const first = repeated.findIndex((other) => other.person === line.person);
      repeated.splice(random.int(first + 1, repeated.length), 0, { ...line, reason });
    }
  }
  return repeated;
}

/** A whole number whose average is `mean`. */
function atRandom(random: Random, mean: number): number {
  return Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0);
}
