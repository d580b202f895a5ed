import { readSex } from "@tuwai/domain/identity";
import { ageOn, civilDate, type CivilDate } from "@tuwai/domain/time";
import {
  changeRates,
  fieldRates,
  mistype,
  slipBirthDate,
  slipFamilyCard,
  slipName,
  slipNik,
  type ErrorRates,
  type Random,
} from "@tuwai/linkage/generator";
import type { Candidate } from "./pick-candidates.ts";
import { nikDefect } from "./nik-defect.ts";
import { drawDateStyle, writeDate, dateText, type DateStyle } from "./write-dates.ts";
import { writeWork } from "./work-words.ts";
import type { DemoCell } from "./write-demo-workbook.ts";

export type Field =
  | "no" | "nik" | "familyCard" | "name" | "birthPlace" | "birthDate" | "birthPlaceAndDate" | "age" | "sex" | "isMale"
  | "isFemale" | "hamlet" | "address" | "rt" | "rw" | "village" | "work" | "phone" | "mother" | "note"; // oxfmt-ignore

/**
 * A village keeps its list with the cards at hand, so less is missing or changed than in a survey. Numbers of relatives
 * are copied where the lines are picked, and whole columns of numbers are Excel's where the habits say so.
 */
export const VILLAGE_RATES = changeRates(fieldRates, {
  nik: { missing: 0.035, placeholder: 0.012, excel: 0.005, relative: 0, second: 0 },
  familyCard: { missing: 0.08, changed: 0.02, excel: 0 },
  birthDate: { missing: 0.02, official: 0.03, digit: 0.02, year: 0.01, other: 0.005 },
  sex: { missing: 0.01 },
  place: { addressMissing: 0.15 },
});

/** The habits of the person who keeps one village's list. */
export type Habits = {
  readonly asOf: CivilDate;
  /** Above 1 for a careless clerk, below 1 for a careful one. */
  readonly care: number;
  /** The error rates of one row, drawn from those of this clerk. */
  readonly ratesOf: (random: Random) => ErrorRates;
  readonly letters: "capitals" | "words";
  readonly dates: DateStyle;
  readonly mixesDates: boolean;
  readonly numericNik: number;
  readonly quotesNik: boolean;
  readonly spacesNik: boolean;
  readonly sexWords: readonly [man: string, woman: string];
  readonly villageWords: readonly string[];
};

export type VillageRow = {
  readonly cells: Readonly<Record<Field, DemoCell>>;
  /** What is wrong or unusual about the row, as codes; `truth.ts` says which of them hold a row back. */
  readonly defects: readonly string[];
};

/** Writes one line as a clerk with these habits would, and says which mistakes it holds. */
export function writeVillageRow(
  random: Random,
  line: Candidate,
  habits: Habits,
  villageOf: (code: string) => string,
): VillageRow {
  const defects: string[] = line.reason === "worker" ? [] : [line.reason];
  const { person, household } = line;
  const rates = habits.ratesOf(random);
  const slips: Slips = { random, rates, habits, defects };
  const birthDate = slipDate(slips, person.birthDate);
  const date = birthDate === null ? null : writeDate(birthDate, styleOf(random, habits));
  const sex = random.chance(rates.sex.wrong * habits.care)
    ? note(defects, "sex-wrong", person.sex === "male" ? "female" : "male")
    : person.sex;
  const work = writeWork(random, person);
  const cells: Record<Field, DemoCell> = {
    no: null,
    nik: writeNik(slips, line),
    familyCard: writeFamilyCard(slips, household.familyCard),
    name: writeName(slips, line),
    birthPlace: random.chance(0.02) ? null : inLetters(person.birthPlace, habits),
    birthDate: random.chance(0.006)
      ? note(defects, "birth-date-impossible", impossibleDate(person.birthDate))
      : date,
    birthPlaceAndDate:
      birthDate === null
        ? null
        : `${inLetters(person.birthPlace, habits)}, ${dateText(birthDate, habits.dates === "serial" ? "dash" : habits.dates)}`,
    age: ageOn(person.birthDate, habits.asOf),
    sex: random.chance(rates.sex.missing * habits.care)
      ? note(defects, "sex-missing", null)
      : habits.sexWords[sex === "male" ? 0 : 1],
    isMale: sex === "male" ? "√" : null,
    isFemale: sex === "female" ? "√" : null,
    hamlet: household.address.hamlet === "" ? null : household.address.hamlet,
    address: random.chance(rates.place.addressMissing * habits.care)
      ? note(defects, "address-missing", null)
      : `${household.address.street} RT ${household.address.rt}/RW ${household.address.rw}`,
    rt: String(household.address.rt).padStart(3, "0"),
    rw: String(household.address.rw).padStart(3, "0"),
    village: line.reason === "stranger" ? villageOf(person.villageCode) : random.pick(habits.villageWords),
    work: random.chance(0.02 * habits.care)
      ? mistype(random, work.toUpperCase())
      : habits.letters === "capitals"
        ? work.toUpperCase()
        : work,
    phone: writePhone(random, person.phone),
    mother: random.chance(0.2) ? null : inLetters(person.motherName, habits),
    note: noteText(random, line),
  };
  if (cells.note === "alm") defects.push("noted-dead");
  if (cells.note === "pindah") defects.push("noted-moved");
  if (unidentified.every((code) => defects.includes(code))) defects.push("unidentified");
  addFacts(line, habits, defects);
  return { cells, defects };
}

/** What every value of one row is written with. */
type Slips = {
  readonly random: Random;
  readonly rates: ErrorRates;
  readonly habits: Habits;
  readonly defects: string[];
};

/** Remembers the defect and passes the value on. */
function note<Value>(defects: string[], code: string, value: Value): Value {
  defects.push(code);
  return value;
}

function styleOf(random: Random, habits: Habits): DateStyle {
  return habits.mixesDates && random.chance(0.25) ? drawDateStyle(random) : habits.dates;
}

function writeName({ random, rates, habits, defects }: Slips, { person }: Candidate): DemoCell {
  if (random.chance(0.003 * habits.care)) return note(defects, "name-missing", null);
  const age = ageOn(person.birthDate, habits.asOf);
  const name = slipName(random, { ...person, age, isMinang: true }, rates.name);
  if (name !== person.name) defects.push("name-slip");
  const spaced = random.chance(0.03) ? ` ${name} ` : name;
  return inLetters(spaced, habits);
}

function inLetters(text: string, habits: Habits): string {
  if (habits.letters === "capitals") return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s.-])(\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase());
}

function writeNik({ random, rates, habits, defects }: Slips, line: Candidate): DemoCell {
  const nik = line.nikOf?.nik ?? line.person.nik;
  if (line.nikOf !== undefined) return note(defects, "same-nik-other-name", nik);
  if (habits.numericNik > 0 && random.chance(habits.numericNik))
    return note(defects, "nik-numeric", asExcelNumber(nik));
  const slip = slipNik(random, nik, rates.nik);
  const written = slip.written ?? random.pick(["", "-", "belum ada", "0", "tidak ada KTP"]);
  if (slip.fault !== null) defects.push(nikDefect(written, habits.asOf));
  if (habits.quotesNik && written.length === 16) return `'${written}`;
  const spaced = written.replace(/^(\d{6})(\d{6})(\d{4})$/, "$1 $2 $3");
  return habits.spacesNik && random.chance(0.5) ? note(defects, "nik-spaced", spaced) : written;
}

/** Excel keeps fifteen digits of a number: the sixteenth becomes 0. */
function asExcelNumber(digits: string): number {
  return Number(`${digits.slice(0, 15)}0`);
}

function writeFamilyCard({ random, rates, habits, defects }: Slips, number: string): DemoCell {
  if (habits.numericNik === 1) return note(defects, "family-card-numeric", asExcelNumber(number));
  const { written, fault } = slipFamilyCard(random, number, rates.familyCard);
  if (written === null) return note(defects, "family-card-missing", random.pick([null, "-"]));
  if (fault !== null) defects.push("family-card-slip");
  return habits.quotesNik ? `'${written}` : written;
}

function slipDate({ random, rates, habits, defects }: Slips, date: CivilDate): CivilDate | null {
  const { written, fault } = slipBirthDate(random, date, rates.birthDate, habits.asOf);
  if (written === null) return note(defects, "birth-date-missing", null);
  if (fault !== null) defects.push("birth-date-slip");
  return civilDate(written);
}

function impossibleDate(date: CivilDate): string {
  return `31/02/${date.slice(0, 4)}`;
}

function writePhone(random: Random, phone: string | null): DemoCell {
  if (phone === null || random.chance(0.45)) return random.chance(0.93) ? null : "-";
  const style = random.draw({ plain: 60, dashed: 20, noZero: 8, international: 6, spaced: 6 });
  if (style === "dashed") return `${phone.slice(0, 4)}-${phone.slice(4, 8)}-${phone.slice(8)}`;
  if (style === "noZero") return phone.slice(1);
  if (style === "international") return `+62${phone.slice(1)}`;
  return style === "spaced" ? `${phone.slice(0, 4)} ${phone.slice(4, 8)} ${phone.slice(8)}` : phone;
}

function noteText(random: Random, line: Candidate): DemoCell {
  if (line.reason === "moved-away" && random.chance(0.4)) return "pindah";
  if (line.reason === "died" && random.chance(0.3)) return "alm";
  return random.chance(0.08)
    ? random.pick(["belum punya BPJS", "KK baru", "warga lama", "cek lagi", "sdh didaftarkan?"])
    : null;
}

/** Without these three nobody can be told from another person of the same name. */
const unidentified = ["nik-missing", "family-card-missing", "birth-date-missing"];

/** Facts about the person, not slips of the pen, that a later check should find. */
function addFacts({ person }: Candidate, habits: Habits, defects: string[]): void {
  const age = ageOn(person.birthDate, habits.asOf);
  if (age >= 65) defects.push("too-old");
  if (age < 17) defects.push("too-young");
  if (person.membership?.isActive === true) defects.push("already-covered");
}

/** The pairs of words for man and woman that lists use; all of them must be readable. */
export const SEX_WORDS: readonly (readonly [string, string])[] = [
  ["L", "P"], ["Lk", "Pr"], ["Laki-laki", "Perempuan"], ["LAKI-LAKI", "PEREMPUAN"], ["Pria", "Wanita"], ["lk", "pr"],
].filter(([man = "", woman = ""]) => readSex(man) === "male" && readSex(woman) === "female") as [string, string][]; // oxfmt-ignore
