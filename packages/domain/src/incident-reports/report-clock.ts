import { claimDeadlines } from "#benefits";
import { addDays, type CivilDate, civilDate, daysBetween, jakartaDate } from "#time";
import type { IncidentKind } from "./incident-report.ts";

const hour = 3_600_000;
const sevenHours = 7;
const epoch = civilDate("1970-01-01");

/** Epoch milliseconds of a time of day in Asia/Jakarta. */
function instantOf(on: CivilDate, time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (daysBetween(epoch, on) * 24 + hours - sevenHours) * hour + minutes * 60_000;
}

type Happened = {
  readonly kind: IncidentKind;
  /** Of a death at work: the day of the accident. */
  readonly on: CivilDate;
  /** "HH:MM"; where nobody knows it the clock runs from midnight, so that no report comes late by it. */
  readonly time: string | null;
};

/**
 * Until which instant an accident at work must be with BPJS, two times 24 hours from its minute; null where the law sets no such
 * clock. What may yet be one counts as one.
 */
export function reportUntil({ kind, on, time }: Happened): number | null {
  const claimKind = kind === "death" ? "natural-death" : "work-accident";
  const { reportBy } = claimDeadlines(claimKind, on, on);
  return reportBy === null ? null : instantOf(reportBy, time ?? "00:00");
}

/** Whole hours that are left; negative once the limit has passed. */
export const hoursLeft = (until: number, now: number): number => Math.floor((until - now) / hour);

/** By when somebody calls whoever reported: noon of the day after. */
export const callBy = (receivedAt: number): number => instantOf(addDays(jakartaDate(receivedAt), 1), "12:00");
