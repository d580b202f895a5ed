import { parseCivilDate, parseMonth, type CivilDate, type Month } from "@tuwai/domain/time";
import { Argument, InvalidArgumentError } from "commander";

/** Reads a day from a flag; anything else is a usage error. */
export function dateOption(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new InvalidArgumentError("Tanggal ditulis YYYY-MM-DD.");
  return date;
}

/** Reads a month from a flag; anything else is a usage error. */
export function monthOption(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new InvalidArgumentError("Bulan ditulis YYYY-MM.");
  return month;
}

/** Reads whole rupiah from 0 from a flag: digits, or grouped as 1.100.000. */
export function rupiahOption(text: string): number {
  const isWhole = /^\d{1,15}$/.test(text) || /^\d{1,3}(\.\d{3}){1,4}$/.test(text);
  if (!isWhole) throw new InvalidArgumentError("Rupiah ditulis dengan angka bulat mulai 0.");
  return Number(text.replaceAll(".", ""));
}

/** Collects `name=rupiah`, each name once. */
export function amountsOption(
  text: string,
  previous: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const [name = "", ...rest] = text.split("=");
  if (name === "" || Object.hasOwn(previous, name))
    throw new InvalidArgumentError("Ditulis bagian=rupiah, sekali tiap bagian.");
  return { ...previous, [name]: rupiahOption(rest.join("=")) };
}

/** Reads a number of people from a flag: a whole number from 1. */
export function countOption(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new InvalidArgumentError("Jumlah ditulis dengan angka bulat mulai 1.");
  return Number(text);
}

type Value = boolean | number | string;
type Settings = Record<string, { value: Value; confirmed: boolean }>;

/**
 * Collects `--set name=value` over given defaults. A value from the command line is a supposition: never confirmed.
 * `choices` lists what a text setting may be; other settings keep the kind of their default.
 */
export function settingOption<Known extends Settings>(
  defaults: Known,
  choices: Partial<Record<keyof Known, readonly Value[]>> = {},
): (text: string, previous?: Partial<Known>) => Partial<Known> {
  return (text, previous = {}) => {
    const [name = "", ...rest] = text.split("=");
    if (!Object.hasOwn(defaults, name)) {
      throw new InvalidArgumentError(`Pilihan: ${Object.keys(defaults).join(", ")}.`);
    }
    const value = readValue(rest.join("="), defaults[name]?.value, choices[name as keyof Known]);
    return { ...previous, [name]: { value, confirmed: false } };
  };
}

function readValue(text: string, like: Value | undefined, choices: readonly Value[] | undefined): Value {
  if (choices !== undefined) {
    if (choices.includes(text)) return text;
    throw new InvalidArgumentError(`Nilai: ${choices.join(", ")}.`);
  }
  if (typeof like === "number") return rupiahOption(text);
  if (text === "true" || text === "false") return text === "true";
  throw new InvalidArgumentError("Nilai: true, false.");
}

const longestNote = 500;
const shortestNumber = 10;

/** Reads a reason or note: some words, and no number as long as a phone number, family card or NIK. */
export function reasonOption(text: string): string {
  const note = text.trim();
  if (note === "" || note.length > longestNote)
    throw new InvalidArgumentError(`Tulis 1 sampai ${longestNote} huruf.`);
  const runs = note.match(/\d[\d .-]*/g) ?? [];
  if (runs.some((run) => run.replaceAll(/\D/g, "").length >= shortestNumber))
    throw new InvalidArgumentError("Jangan tulis NIK, nomor KK, atau nomor HP di sini.");
  return note;
}

/** Which packet a command is about: the code that stands in its address. */
export const packetArgument = (): Argument => new Argument("<paket>", "kode paket, misalnya PKT-2026-12-01");
