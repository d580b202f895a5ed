import type { Meeting } from "@tuwai/server/meetings";
import { commitmentTexts } from "#language/commitments.ts";
import { formatInstant, formatTime } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { meetingTexts } from "#language/meetings.ts";

/** "18 Desember 2026 pukul 09.00 WIB sampai 12.00 WIB" */
export const timesOf = (language: Language, { startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">) =>
  meetingTexts[language].until(formatInstant(language, startsAt), formatTime(language, endsAt));

/** "Anggota BPD, Kader, tahun 2027" */
export function askedOf(language: Language, { groups, year }: Pick<Meeting, "groups" | "year">): string {
  const names = groups.map((group) => commitmentTexts[language].groups[group]);
  return meetingTexts[language].groupsOf(names.join(", "), String(year));
}
