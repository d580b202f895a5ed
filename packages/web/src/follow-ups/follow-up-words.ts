import type { FollowUpGroup, FollowUpState } from "@tuwai/domain/follow-ups";
import { type CivilDate, daysBetween } from "@tuwai/domain/time";
import type { Decision, ShownFollowUp } from "@tuwai/server/follow-ups";
import { accountTexts } from "#language/accounts.ts";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";

/** "Kepala desa atau lurah: semua desa": the office that a decision asks, and where; null where it asks nobody. */
export function askedOf(
  language: Language,
  { ownerRole, villageCode, kecamatanCode, onlyKind, placeName }: Decision,
): string | null {
  if (ownerRole === null) return null;
  const t = followUpTexts[language];
  const role = accountTexts[language].roles[ownerRole];
  if (ownerRole === "CMT") return t.ofPlace(role, placeName ?? t.allKecamatan);
  if (ownerRole !== "KDS" && ownerRole !== "OPR") return role;
  if (villageCode !== null) return t.ofPlace(role, placeName ?? villageCode);
  if (kecamatanCode !== null) return t.ofPlace(role, t.inKecamatan(placeName ?? kecamatanCode));
  const all = { desa: t.allDesa, kelurahan: t.allKelurahan };
  return t.ofPlace(role, onlyKind === null ? t.allPlaces : all[onlyKind]);
}

/** The one office of a follow-up. */
export function officeOf(
  language: Language,
  { ownerRole, placeName }: Pick<ShownFollowUp, "ownerRole" | "placeName">,
): string {
  const role = accountTexts[language].roles[ownerRole];
  return placeName === null ? role : followUpTexts[language].ofPlace(role, placeName);
}

type Due = { readonly state: FollowUpState; readonly standing: FollowUpGroup; readonly dueOn: CivilDate };

/** "20 Desember 2026 (3 hari lagi)"; what is closed needs no counting. */
export function dueOf(language: Language, { standing, dueOn }: Due, today: CivilDate): string {
  const t = followUpTexts[language];
  const day = formatDate(language, dueOn);
  if (standing === "kept" || standing === "cannot" || standing === "withdrawn") return day;
  const left = daysBetween(today, dueOn);
  const number = formatNumber(language, Math.abs(left));
  return `${day} (${left === 0 ? t.today : left < 0 ? t.late(number) : t.left(number)})`;
}
