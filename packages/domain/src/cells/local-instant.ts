import { addDays, civilDate, parseCivilDate, type CivilDate } from "#time";

/** A calendar day and the clock beside it, as text said. `zone`: minutes east of Greenwich; null where none is written. */
type Written = {
  readonly date: CivilDate;
  readonly minutes: number;
  readonly zone: number | null;
};

export type InstantReading = {
  readonly date: CivilDate;
  /** The written day is another one, and only the clock says so: no zone is written. */
  readonly isDoubtful: boolean;
};

const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)? ?(Z|UTC|GMT|WIB|WITA|WIT|[+-]\d{2}:?\d{2})?$/i;
const SERIAL = /^(\d{5})[.,](\d+)$/;
const ZONES: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, WIB: 420, WITA: 480, WIT: 540 };
const DAY = 24 * 60;
/** Midnight in Indonesia is 15.00 to 17.00 in Greenwich, over its three zones and their older half hours. */
const EARLIEST_MIDNIGHT = 15 * 60;
const LATEST_MIDNIGHT = 17 * 60;

/**
 * The day meant by a day with a clock. Forms and exports write a birth date as its midnight in Indonesia, seen from
 * Greenwich: 1965-01-12T17:00:00.000Z is 13 January. Of a midnight day it is the day that begins; other instants
 * (`isMoment`, a payment) are told by the clock of western Indonesia. Null for text that carries no clock.
 */
export function readInstant(text: string, isMoment: boolean): InstantReading | null {
  const written = writtenOf(text);
  if (written === null) return null;
  const { date, minutes, zone } = written;
  if (zone === null) {
    const isMidnight =
      !isMoment && minutes >= EARLIEST_MIDNIGHT && minutes <= LATEST_MIDNIGHT && minutes % 30 === 0;
    return isMidnight ? { date: addDays(date, 1), isDoubtful: true } : { date, isDoubtful: false };
  }
  if (zone > 0 && !isMoment) return { date, isDoubtful: false };
  const inGreenwich = minutes - zone;
  const needed = isMoment ? LATEST_MIDNIGHT : EARLIEST_MIDNIGHT;
  const dayInGreenwich = Math.floor(inGreenwich / DAY);
  const clock = inGreenwich - dayInGreenwich * DAY;
  return { date: addDays(date, dayInGreenwich + (clock >= needed ? 1 : 0)), isDoubtful: false };
}

function writtenOf(text: string): Written | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const date = parseCivilDate(iso[1] ?? "");
    const minutes = toMinute(Number(iso[2]), Number(iso[3]), Number(iso[4] ?? 0));
    return date === undefined ? null : { date, minutes, zone: zoneOf(iso[5]) };
  }
  const serial = SERIAL.exec(text);
  if (serial === null) return null;
  const minutes = Math.round(Number(`0.${serial[2] ?? "0"}`) * DAY);
  return { date: addDays(civilDate("1899-12-30"), Number(serial[1])), minutes, zone: null };
}

/** A second short of the minute is what fractions of a day leave of it. */
function toMinute(hour: number, minute: number, second: number): number {
  return hour * 60 + minute + (second >= 59 ? 1 : 0);
}

function zoneOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const named = ZONES[text.toUpperCase()];
  if (named !== undefined) return named;
  const digits = text.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith("-") ? -minutes : minutes;
}
