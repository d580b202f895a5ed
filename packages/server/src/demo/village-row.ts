import { readNik, readSex } from "@tuwai/domain/identity";
import { ageOn, addDays, civilDate, type CivilDate } from "@tuwai/domain/time";
import type { Candidate } from "./pick-candidates.ts";
import type { Random } from "./random.ts";
import { changeDigit, FIELD_LIST, mistype, slipName, swapDigits } from "./slips.ts";
import { drawDateStyle, writeDate, dateText, type DateStyle } from "./write-dates.ts";
import { writeWork } from "./work-words.ts";
import type { DemoCell } from "./write-demo-workbook.ts";

export type Field =
  | "no" | "nik" | "familyCard" | "name" | "birthPlace" | "birthDate" | "birthPlaceAndDate" | "age" | "sex" | "isMale"
  | "isFemale" | "hamlet" | "address" | "rt" | "rw" | "village" | "work" | "phone" | "mother" | "note"; // prettier-ignore

/** The habits of the person who keeps one village's list. */
export type Habits = {
  readonly asOf: CivilDate;
  readonly care: number;
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
  const birthDate = slipDate(random, person.birthDate, habits, defects);
  const date = birthDate === null ? null : writeDate(birthDate, styleOf(random, habits));
  const sex = random.chance(0.008 * habits.care)
    ? note(defects, "sex-wrong", person.sex === "male" ? "female" : "male")
    : person.sex;
  const work = writeWork(random, person);
  const cells: Record<Field, DemoCell> = {
    no: null,
    nik: writeNik(random, line, habits, defects),
    familyCard: writeFamilyCard(random, household.familyCard, habits, defects),
    name: writeName(random, line, habits, defects),
    birthPlace: random.chance(0.02) ? null : inLetters(person.birthPlace, habits),
    birthDate: random.chance(0.006)
      ? note(defects, "birth-date-impossible", impossibleDate(person.birthDate))
      : date,
    birthPlaceAndDate:
      birthDate === null
        ? null
        : `${inLetters(person.birthPlace, habits)}, ${dateText(birthDate, habits.dates === "serial" ? "dash" : habits.dates)}`,
    age: ageOn(person.birthDate, habits.asOf),
    sex: random.chance(0.01 * habits.care)
      ? note(defects, "sex-missing", null)
      : habits.sexWords[sex === "male" ? 0 : 1],
    isMale: sex === "male" ? "√" : null,
    isFemale: sex === "female" ? "√" : null,
    hamlet: household.address.hamlet === "" ? null : household.address.hamlet,
    address: random.chance(0.15 * habits.care)
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
  addFacts(line, habits, defects);
  return { cells, defects };
}

/** Remembers the defect and passes the value on. */
function note<Value>(defects: string[], code: string, value: Value): Value {
  defects.push(code);
  return value;
}

function styleOf(random: Random, habits: Habits): DateStyle {
  return habits.mixesDates && random.chance(0.25) ? drawDateStyle(random) : habits.dates;
}

function writeName(random: Random, line: Candidate, habits: Habits, defects: string[]): DemoCell {
  if (random.chance(0.003 * habits.care)) return note(defects, "name-missing", null);
  const name = slipName(random, line.person, FIELD_LIST);
  if (name !== line.person.name) defects.push("name-slip");
  const spaced = random.chance(0.03) ? ` ${name} ` : name;
  return inLetters(spaced, habits);
}

function inLetters(text: string, habits: Habits): string {
  if (habits.letters === "capitals") return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s.-])(\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase());
}

/** Rates of linkage.md 7, list B, less the missing numbers: a village has the identity cards at hand. */
function writeNik(random: Random, line: Candidate, habits: Habits, defects: string[]): DemoCell {
  const nik = line.nikOf?.nik ?? line.person.nik;
  if (line.nikOf !== undefined) return note(defects, "same-nik-other-name", nik);
  if (habits.numericNik > 0 && random.chance(habits.numericNik))
    return note(defects, "nik-numeric", asExcelNumber(nik));
  const slip = random.draw({
    none: 100, missing: 4 * habits.care, placeholder: 1.2 * habits.care, tail: 1 * habits.care, digit: 2.2 * habits.care,
    swapped: 0.8 * habits.care, lost: 0.9 * habits.care, extra: 0.4 * habits.care, forty: 0.4 * habits.care,
  }); // prettier-ignore
  const written = slippedNik(random, nik, slip);
  const reading = readNik(written, habits.asOf);
  if (slip !== "none") defects.push(defectOf(reading.status));
  if (habits.quotesNik && written.length === 16) return `'${written}`;
  const spaced = written.replace(/^(\d{6})(\d{6})(\d{4})$/, "$1 $2 $3");
  return habits.spacesNik && random.chance(0.5) ? note(defects, "nik-spaced", spaced) : written;
}

function slippedNik(random: Random, nik: string, slip: string): string {
  if (slip === "missing") return random.pick(["", "-", "belum ada", "0", "tidak ada KTP"]);
  if (slip === "placeholder")
    return random.pick([
      "0000000000000000",
      "1111111111111111",
      `${nik.slice(0, 6)}0000000000`,
      "9999999999999999",
    ]);
  if (slip === "tail") return `${nik.slice(0, 12)}0000`;
  if (slip === "digit") return changeDigit(random, nik);
  if (slip === "swapped") return swapDigits(random, nik);
  if (slip === "lost") return nik.slice(0, 8) + nik.slice(9);
  if (slip === "extra") return `${nik.slice(0, 10)}${nik.charAt(9)}${nik.slice(10)}`;
  if (slip !== "forty") return nik;
  const day = Number(nik.slice(6, 8));
  return nik.slice(0, 6) + String(day > 40 ? day - 40 : day + 40).padStart(2, "0") + nik.slice(8);
}

function defectOf(status: string): string {
  if (status === "kosong") return "nik-missing";
  if (status === "format-salah") return "nik-length";
  if (status === "placeholder") return "nik-placeholder";
  return status === "tanggal-mustahil" ? "nik-impossible-date" : "nik-slip";
}

/** Excel keeps fifteen digits of a number: the sixteenth becomes 0. */
function asExcelNumber(digits: string): number {
  return Number(`${digits.slice(0, 15)}0`);
}

function writeFamilyCard(random: Random, number: string, habits: Habits, defects: string[]): DemoCell {
  if (habits.numericNik === 1) return note(defects, "family-card-numeric", asExcelNumber(number));
  if (random.chance(0.08 * habits.care))
    return note(defects, "family-card-missing", random.pick([null, "-"]));
  if (random.chance(0.02 * habits.care))
    return note(defects, "family-card-slip", changeDigit(random, number));
  return habits.quotesNik ? `'${number}` : number;
}

function slipDate(random: Random, date: CivilDate, habits: Habits, defects: string[]): CivilDate | null {
  const slip = random.draw({
    none: 100,
    missing: 2 * habits.care,
    official: 3 * habits.care,
    near: 3 * habits.care,
    swapped: 1.5 * habits.care,
  });
  const [year = "", month = "", day = ""] = date.split("-");
  if (slip === "missing") return note(defects, "birth-date-missing", null);
  if (slip === "official")
    return note(defects, "birth-date-slip", civilDate(`${year}-${random.pick(["01-01", "12-31"])}`));
  if (slip === "near")
    return note(defects, "birth-date-slip", addDays(date, random.pick([-10, 10, -1, 1, 365, -365])));
  if (slip === "swapped" && Number(day) <= 12 && day !== month)
    return note(defects, "birth-date-slip", civilDate(`${year}-${day}-${month}`));
  return date;
}

function impossibleDate(date: CivilDate): string {
  return `31/02/${date.slice(0, 4)}`;
}

function writePhone(random: Random, phone: string | null): DemoCell {
  if (phone === null || random.chance(0.45)) return random.chance(0.7) ? null : "-";
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
].filter(([man = "", woman = ""]) => readSex(man) === "male" && readSex(woman) === "female") as [string, string][]; // prettier-ignore
