import { composeHousehold } from "./compose-household.ts";
import {
  dateInNik,
  drawBirthday,
  issueFamilyCard,
  issueNik,
  openSerials,
  syntheticKecamatan,
  type Day,
  type Serials,
} from "./issue-numbers.ts";
import {
  lastName,
  nameByOrigin,
  readOriginNames,
  type Bearer,
  type Origin,
  type OriginNames,
} from "./name-by-origin.ts";
import { randomOf, type Random } from "./random.ts";
import { readTable } from "./read-table.ts";
import { dateText } from "./slip-birth-date.ts";

/** A village of the synthetic city: dotted code of the national list, and name. */
export type Place = { readonly code: string; readonly name: string };

export type Address = {
  readonly street: string;
  readonly number: number;
  readonly rt: number;
  readonly rw: number;
};

/** One human being of the truth. `birthDate` is `YYYY-MM-DD`, the name in capitals. */
export type SyntheticHuman = {
  readonly personId: number;
  readonly name: string;
  readonly sex: "male" | "female";
  readonly birthDate: string;
  readonly age: number;
  readonly nik: string;
  readonly isTwin: boolean;
};

export type SyntheticHousehold = {
  readonly village: number;
  readonly familyCard: string;
  readonly address: Address;
  readonly isMinang: boolean;
  readonly members: readonly SyntheticHuman[];
};

export type PeoplePlan = {
  readonly persons: number;
  readonly seed: number;
  readonly places: readonly Place[];
  readonly origins: Readonly<Record<Origin, number>>;
};

/** The year in which the lists are made; ages count to it. */
const year = 2025;

type Census = PeoplePlan & {
  readonly random: Random;
  readonly names: OriginNames;
  readonly serials: Serials;
  readonly cards: Serials;
  readonly regencies: readonly string[];
  readonly kecamatan: readonly string[];
};

/** Households village by village until there are exactly as many persons as planned. One household is held at a time. */
export function* makePeople(plan: PeoplePlan): Generator<SyntheticHousehold> {
  const random = randomOf(plan.seed, "people");
  const census: Census = {
    ...plan,
    random,
    names: readOriginNames(),
    serials: openSerials(),
    cards: openSerials(),
    regencies: readRegencies(),
    kecamatan: officesOf(plan.places),
  };
  const weights = plan.places.map(() => 0.5 + random.next());
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [made, share] = [0, 0];
  for (const [village, weight] of weights.entries()) {
    share += weight;
    const until = Math.round((plan.persons * share) / all);
    while (made < until) {
      const household = makeHousehold(census, { village, first: made + 1, most: until - made });
      made += household.members.length;
      yield household;
    }
  }
}

/** The first six digits of numbers issued in the kecamatan of these places. */
export function officesOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ code }) => syntheticKecamatan(code)))];
}

function readRegencies(): string[] {
  return readTable("./places/regencies.csv").map((row) => (row["code"] ?? "").replace(".", ""));
}

function makeHousehold(
  census: Census,
  spot: { village: number; first: number; most: number },
): SyntheticHousehold {
  const { random, cards } = census;
  const kecamatan = syntheticKecamatan(census.places[spot.village]?.code ?? "");
  const origin = random.draw(census.origins);
  const issued: Day = { year: random.int(2009, 2024), month: random.int(1, 12), day: random.int(1, 28) };
  const familyName = random.chance(0.2) ? lastName(census.names, random, "male").toUpperCase() : null;
  const members: SyntheticHuman[] = [];
  for (const place of composeHousehold(random).slice(0, spot.most)) {
    const twinOf = place.isTwin === true ? members.at(-1) : undefined;
    const sex =
      twinOf !== undefined && random.chance(0.67)
        ? twinOf.sex
        : (place.sex ?? (random.chance(0.51) ? "male" : "female"));
    const birthday = twinOf ? dayOf(twinOf.birthDate) : drawBirthday(random, year - place.age);
    members.push({
      personId: spot.first + members.length,
      name: nameMember(
        census,
        { origin, sex, birthYear: birthday.year },
        { twinOf, familyName: place.relation === "child" ? familyName : null },
      ),
      sex,
      birthDate: dateText(birthday),
      age: place.age,
      nik: issueNik(
        census.serials,
        officeOf(census, kecamatan),
        dateInNik(random, birthday),
        sex === "female",
      ),
      isTwin: twinOf !== undefined,
    });
  }
  return {
    village: spot.village,
    familyCard: issueFamilyCard(cards, kecamatan, issued),
    address: drawAddress(random),
    isMinang: origin === "minang",
    members,
  };
}

type Family = { readonly twinOf: SyntheticHuman | undefined; readonly familyName: string | null };

/** Drawn again in the rare case that twins would bear one name. */
function nameMember(census: Census, bearer: Bearer, { twinOf, familyName }: Family): string {
  const { names, random } = census;
  const words = nameByOrigin(names, random, bearer);
  if (familyName !== null) setLast(words, familyName);
  const name = (twinOf?.sex === bearer.sex ? twinName(random, twinOf.name, words) : words).join(" ");
  return name === twinOf?.name ? nameMember(census, bearer, { twinOf, familyName }) : name;
}

function setLast(words: string[], word: string): void {
  if (words.includes(word)) return;
  if (words.length > 1) words[words.length - 1] = word;
  else words.push(word);
}

/** Twins of one sex share their name but for its first or last word. */
function twinName(random: Random, name: string, own: readonly string[]): string[] {
  const words = name.split(" ");
  const place = random.chance(0.5) ? 0 : words.length - 1;
  const other = own.find((word) => !words.includes(word));
  return other === undefined ? [...own] : words.map((word, at) => (at === place ? other : word));
}

/** Where the number was first issued: mostly here, some elsewhere in the city, some far away. It does not follow moves. */
function officeOf({ random, kecamatan, regencies }: Census, here: string): string {
  const point = random.next();
  if (point < 0.8) return here;
  return point < 0.92 ? random.pick(kecamatan) : `${random.pick(regencies)}9${random.int(0, 9)}`;
}

export function drawAddress(random: Random): Address {
  return {
    street: random.pick(streets),
    number: random.int(1, 180),
    rt: random.int(1, 12),
    rw: random.int(1, 8),
  };
}

function dayOf(date: string): Day {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

const streets = "SUDIRMAN DIPONEGORO AHMADYANI IMAMBONJOL GAJAHMADA HAMKA VETERAN PATTIMURA MERDEKA PAHLAWAN MELATI MAWAR ANGGREK KENANGA FLAMBOYAN CENDANA KARTINI HASANUDDIN THAMRIN RAYA PASAR MASJID SEKOLAH KAMPUNGBARU KAMPUNGDALAM TANJUNG BUKIT SAWAH LADANG SIMPANG".split(" "); // oxfmt-ignore
