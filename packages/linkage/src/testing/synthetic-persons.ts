/** A person of a synthetic list: `who` is the truth, the rest is what a clerk wrote. NIKs use kecamatan digits above 90, never issued. */
export type SyntheticPerson = {
  id: string;
  who: number;
  name: string;
  nik: string;
  familyCard: string;
  birthDate: string;
  sex: string;
  villageCode: string;
  address: string;
};

const givenNames =
  "NURHAYATI SULASTRI SUTRISNO SLAMET MULYADI HERMAN SUPARDI ISMAIL SYAFRIZAL ZULKIFLI YUSNIDAR ROSNIDAR FATIMAH AMINAH RIZKI DEWI PUTRI RINA HENDRA FAUZI RAHMAT ILHAM DARMAWAN MARLINA YENI ASNIDAR FIRDAUS NASRUL JAMALUDDIN MURNIATI".split(
    " ",
  );
const lastNames =
  "SAPUTRA PRATAMA HIDAYAT SETIAWAN WIJAYA KURNIAWAN GUNAWAN SARI LESTARI WATI HANDAYANI RAHAYU SAFITRI UTAMI KOTO TANJUNG PILIANG SIKUMBANG CHANIAGO JAMBAK".split(
    " ",
  );
const streets = "MELATI MAWAR KENANGA VETERAN PAHLAWAN PASAR MASJID BUKIT SAWAH SIMPANG".split(" ");

/** Two lists of one small city, `size` rows each, about two thirds of the right one also on the left. Same seed, same city. */
export function syntheticLists(
  size: number,
  seed = 1,
): { left: SyntheticPerson[]; right: SyntheticPerson[] } {
  const random = randomNumbers(seed);
  const people = Array.from({ length: Math.ceil(size * 1.4) }, (_, who) => person(who, random));
  const left = people.slice(0, size).map((p, i) => ({ ...p, id: `L${i}` }));
  const start = people.length - size;
  const right = people.slice(start).map((p, i) => miswritten({ ...p, id: `R${i}` }, random));
  return { left, right };
}

type Random = (below: number) => number;

function person(who: number, random: Random): SyntheticPerson {
  const house = Math.floor(who / 4);
  const village = 1 + (house % 9);
  const woman = random(2) === 1;
  const [day, month, year] = [1 + random(28), 1 + random(12), 1950 + random(60)];
  const region = `13779${1 + (village % 3)}`;
  return {
    id: "",
    who,
    name: `${givenNames[random(givenNames.length)]} ${lastNames[random(lastNames.length)]}`,
    nik: `${region}${two(day + (woman ? 40 : 0))}${two(month)}${two(year % 100)}${String(1 + (who % 9)).padStart(4, "0")}`,
    familyCard: `${region}${two(1 + (house % 28))}${two(1 + (house % 12))}19${String(1 + house).padStart(4, "0")}`,
    birthDate: `${year}-${two(month)}-${two(day)}`,
    sex: woman ? "P" : "L",
    villageCode: `${region}20${two(village)}`,
    address: `JL. ${streets[house % streets.length]} NO ${1 + house}`,
  };
}

/** Leaves most fields alone and spoils some the way field lists do. */
function miswritten(person: SyntheticPerson, random: Random): SyntheticPerson {
  const spoilt = { ...person };
  if (random(5) === 0) spoilt.nik = "";
  if (random(6) === 0) spoilt.familyCard = "";
  if (random(6) === 0) spoilt.name = spoilt.name.replace("U", "OE").replace("Z", "J");
  if (random(10) === 0) spoilt.name = `HJ. ${spoilt.name}, S.Pd`;
  if (random(10) === 0) spoilt.name = spoilt.name.split(" ")[0] ?? "";
  if (random(12) === 0) spoilt.birthDate = `${spoilt.birthDate.slice(0, 4)}-01-01`;
  if (random(8) === 0) spoilt.address = "";
  return spoilt;
}

/** What the columns of these persons mean. */
export const syntheticTypes = {
  name: "full-name",
  nik: "national-id",
  familyCard: "household-id",
  birthDate: "birth-date",
  sex: "sex",
  villageCode: "place",
  address: "address",
} as const;

/** Mulberry32: the same seed gives the same numbers everywhere. */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const two = (n: number): string => String(n).padStart(2, "0");
