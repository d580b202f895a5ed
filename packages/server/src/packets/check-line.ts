import { readNik } from "@tuwai/domain/identity";
import { ageOn, firstDay, type CivilDate, type Month } from "@tuwai/domain/time";
import type { EnrolmentSettings } from "#contributions";
import type { ReadyLine } from "#enrolment";

/** Why a line cannot go to BPJS: what is missing on the person, or what another payer already does. */
export type LineReason =
  | "not-ready"
  | "not-before-month"
  | "held-back"
  | "nik-missing"
  | "nik-malformed"
  | "nik-disputed"
  | "nik-twice-in-packet"
  | "nik-enrolled-elsewhere"
  | "name-missing"
  | "birth-date-missing"
  | "sex-missing"
  | "too-young"
  | "too-old"
  | "died"
  | "moved"
  | "withdrawn"
  | "consent-withdrawn"
  | "pledge-stopped"
  | "above-sponsor-cap"
  | "month-taken"
  | "group-number-missing"
  | "no-rate";

type Checked = { readonly nik: string | null; readonly month: Month; readonly today: CivilDate };

/** What BPJS would send back for this line alone, all reasons at once. Ages count on the first day of the month. */
export function checkLine(line: ReadyLine, by: Checked, settings: EnrolmentSettings): readonly LineReason[] {
  const reasons: LineReason[] = [];
  if (line.isGone !== null) reasons.push(line.isGone);
  if (line.isPledgeActive === false) reasons.push("pledge-stopped");
  if (line.fromMonth > by.month) reasons.push("not-before-month");
  reasons.push(...nikReasons(line, by));
  if (!/\p{L}{2}/u.test(line.fullName)) reasons.push("name-missing");
  if (line.sex === null) reasons.push("sex-missing");
  if (line.birthDate === null) return [...reasons, "birth-date-missing"];
  // The ages are those of whoever works without a wage; an employer registers officers of any age.
  if (line.segment !== "bpu") return reasons;
  const age = ageOn(line.birthDate, firstDay(by.month));
  if (age < settings["registration-age-from"].value) reasons.push("too-young");
  if (age >= settings["registration-age-below"].value) reasons.push("too-old");
  return reasons;
}

function nikReasons(line: ReadyLine, by: Checked): readonly LineReason[] {
  if (by.nik === null) return ["nik-missing"];
  if (line.nikStatus === "sengketa") return ["nik-disputed"];
  const { status } = readNik(by.nik, by.today);
  return status === "wajar" || status === "sintetis" ? [] : ["nik-malformed"];
}
