import { addMonths, type CivilDate } from "@tuwai/domain/time";
import type { Sex } from "@tuwai/domain/identity";
import { maleShareOf, type DemoRegion, type DemoVillage } from "./demo-region.ts";
import { randomBirthDate, randomDay, type IdentityOffice } from "./identity-office.ts";
import {
  composeHousehold,
  makeName,
  randomOf,
  type HouseholdPlace,
  type NameTables,
  type Random,
} from "@tuwai/linkage/generator";
import type { City, Household, Person } from "./person.ts";

export type PopulationPlan = {
  readonly demo: DemoRegion;
  readonly tables: NameTables;
  readonly office: IdentityOffice;
  readonly seed: number;
  readonly scale: number;
  readonly asOf: CivilDate;
};

type VillageWork = PopulationPlan & {
  readonly village: DemoVillage;
  readonly random: Random;
  /** Men and all residents so far in the kecamatan. */
  readonly census: { men: number; all: number };
  readonly maleShare: number;
};

const DEATHS_PER_RESIDENT = 0.008;
const MOVES_PER_RESIDENT = 0.01;

/** Households and persons, village by village, meeting each village's total exactly; then those who died or left. */
export function makePopulation(plan: PopulationPlan): City {
  const households: Household[] = [];
  const persons: Person[] = [];
  const censuses = new Map<string, { men: number; all: number }>();
  for (const village of plan.demo.villages) {
    const kecamatan = village.region.code.slice(0, 8);
    const census = censuses.get(kecamatan) ?? { men: 0, all: 0 };
    censuses.set(kecamatan, census);
    const random = randomOf(plan.seed, `people/${village.region.code}`);
    const work = { ...plan, village, random, census, maleShare: maleShareOf(plan.demo, kecamatan) };
    const own = settleVillage(work, households.length, persons.length);
    households.push(...own);
    for (const household of own) persons.push(...household.members);
  }
  return { households, persons };
}

function settleVillage(work: VillageWork, firstHousehold: number, firstPerson: number): Household[] {
  const target = Math.max(1, Math.round(work.village.population * work.scale));
  const households: Household[] = [];
  let count = 0;
  const nextId = () => `O${String(firstPerson + count + 1).padStart(6, "0")}`;
  while (count < target) {
    const places = composeHousehold(work.random).slice(0, target - count);
    const household = emptyHousehold(work, firstHousehold + households.length);
    for (const place of places) {
      addMember(work, household, { place, id: nextId(), state: "resident" });
      count += 1;
    }
    nameMothers(work, household);
    households.push(household);
  }
  const gone = {
    died: Math.round(target * DEATHS_PER_RESIDENT),
    "moved-away": Math.round(target * MOVES_PER_RESIDENT),
  };
  for (const state of ["died", "moved-away"] as const) {
    for (let made = 0; made < gone[state]; made += 1) {
      const household = work.random.pick(households);
      const age =
        state === "died"
          ? Math.min(92, work.random.int(35, 75) + work.random.int(0, 17))
          : work.random.int(18, 48);
      addMember(work, household, { place: { relation: "other", age }, id: nextId(), state });
      count += 1;
      nameMothers(work, household);
    }
  }
  return households;
}

function emptyHousehold(work: VillageWork, id: number): Household {
  const { random, village, office, asOf } = work;
  const isKelurahan = village.region.kind === "kelurahan";
  const issuedOn = randomDay(random, addMonths(asOf, -16 * 12), addMonths(asOf, -2));
  return {
    id,
    villageCode: village.region.code,
    familyCard: office.issueFamilyCard(village.region.code, issuedOn),
    address: {
      hamlet: isKelurahan ? "" : random.pick(["Dusun Barat", "Dusun Timur", "Dusun Tengah", "Dusun Utara"]),
      rt: random.int(1, isKelurahan ? 8 : 4),
      rw: random.int(1, isKelurahan ? 5 : 2),
      street: random.pick(STREETS),
    },
    members: [],
    decile: 5,
    isPkh: false,
    isBpnt: false,
  };
}

type NewMember = { readonly place: HouseholdPlace; readonly id: string; readonly state: Person["state"] };

function addMember(work: VillageWork, household: Household, { place, id, state }: NewMember): void {
  const { random, tables, office, asOf, census } = work;
  const twin = place.isTwin === true ? household.members.at(-1) : undefined;
  const sex = place.sex ?? drawSex(work);
  const birthDate = twin?.birthDate ?? randomBirthDate(random, place.age, asOf);
  const stateOn = state === "resident" ? null : randomDay(random, addMonths(asOf, -16), addMonths(asOf, -1));
  if (state === "resident") {
    census.all += 1;
    census.men += sex === "male" ? 1 : 0;
  }
  household.members.push({
    id,
    householdId: household.id,
    villageCode: household.villageCode,
    name: makeName(tables, random, sex, Number(birthDate.slice(0, 4))),
    sex,
    birthDate,
    birthPlace: random.chance(0.82) ? placeName(work.demo.city.name) : random.pick(ELSEWHERE),
    nik: office.issueNik(issuedAt(work, birthDate), dateInNik(random, birthDate, asOf), sex),
    relation: place.relation,
    motherName: "",
    work: "none",
    activity: place.age < 15 ? "too-young" : "home",
    office: null,
    phone: place.age >= 16 && random.chance(0.72) ? randomPhone(random) : null,
    state,
    stateOn,
    civilServant: null,
    membership: null,
  });
}

/** Children bear their mother's name as mother; everyone else's mother lives in no list. */
function nameMothers(work: VillageWork, household: Household): void {
  const mother = household.members.find((member) => member.relation !== "child" && member.sex === "female");
  for (const member of household.members) {
    if (member.motherName !== "") continue;
    const ownMother = member.relation === "child" ? mother : undefined;
    const year = Number(member.birthDate.slice(0, 4)) - work.random.int(20, 32);
    member.motherName = ownMother?.name ?? makeName(work.tables, work.random, "female", year);
  }
}

function drawSex({ random, census, maleShare }: VillageWork): Sex {
  const lacksMen = census.men < census.all * maleShare;
  return random.chance(lacksMen ? 0.72 : 0.28) ? "male" : "female";
}

/** Where the first number was issued: mostly here, some in the city, some before the city was split off, some far away. */
function issuedAt(work: VillageWork, birthDate: CivilDate): string {
  const { random, demo, village } = work;
  const place = random.draw({ here: 80, city: 12, elsewhere: 8 });
  if (place === "here") return village.region.code;
  if (place === "city") return random.pick(demo.kecamatan).code;
  const province = demo.city.code.slice(0, 2);
  const before2002 = birthDate < "1990-01-01";
  return `${province}.${before2002 ? "05" : String(random.int(1, 9)).padStart(2, "0")}.${String(random.int(1, 9)).padStart(2, "0")}`;
}

/** Two to three numbers in a hundred carry another date than the one later found to be right. */
function dateInNik(random: Random, birthDate: CivilDate, asOf: CivilDate): CivilDate {
  if (!random.chance(0.025)) return birthDate;
  const shifted = addMonths(birthDate, random.pick([-12, 12, -24, 1, -1, 120]));
  return shifted < asOf ? shifted : birthDate;
}

function randomPhone(random: Random): string {
  const prefix = random.draw({
    "0812": 8,
    "0813": 8,
    "0852": 8,
    "0853": 4,
    "0821": 5,
    "0822": 4,
    "0831": 3,
    "0895": 2,
  });
  return `${prefix}${String(random.int(0, 99_999_999)).padStart(8, "0")}`;
}

/** "Kota Pariaman" → "PARIAMAN", as a card prints the place of birth. */
export function placeName(regionName: string): string {
  return regionName.replace(/^(Kota|Kabupaten)\s+/, "").toUpperCase();
}

const ELSEWHERE = [
  "PADANG",
  "JAKARTA",
  "PEKANBARU",
  "BUKITTINGGI",
  "SICINCIN",
  "LUBUK ALUNG",
  "MEDAN",
  "BATAM",
];
const STREETS = [
  "Jl. Merdeka", "Jl. Imam Bonjol", "Jl. Syekh Burhanuddin", "Jl. H. Agus Salim", "Jl. Diponegoro", "Jl. Sudirman",
  "Jl. Bagindo Aziz Chan", "Jl. Pasar", "Jl. Surau", "Jl. Pantai", "Jl. Sawah", "Jl. Simpang", "Jl. Sekolah", "Jl. Balai",
]; // oxfmt-ignore
