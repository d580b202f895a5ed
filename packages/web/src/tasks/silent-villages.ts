import { listVillageOfficials, type VillageOfficial } from "@tuwai/server/accounts";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getVillageCoverage } from "@tuwai/server/coverage";
import { jakartaDate } from "@tuwai/domain/time";
import type { LoadedCoverage } from "#coverage";
import { formatShortDate } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { outlookTexts } from "#language/outlook.ts";

export type SilentVillage = {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** Whom to remind; empty where nobody there has an account. */
  readonly officials: readonly string[];
};

export type Silence = {
  readonly villages: readonly SilentVillage[];
  /** Of how many villages of the area. */
  readonly of: number;
};

/**
 * Villages of the reader's area without anybody on a list, by the exact count where the reader has it and the released one
 * elsewhere: the same that the coverage pages call so. Null for whom it is no work to remind them.
 */
export async function findSilentVillages(
  app: App,
  actor: Actor,
  { rows, coverage, language }: LoadedCoverage,
): Promise<Silence | null> {
  if (!may(actor, "village_official.read")) return null;
  const exact = may(actor, "stats.village.read") ? await getVillageCoverage(app, actor) : null;
  const silent = exact
    ? new Set(exact.villages.filter(({ denominator }) => denominator === 0).map(({ code }) => code))
    : // Before the first release nothing is known of any list.
      new Set(rows.filter(({ isSilent }) => isSilent || coverage.month === null).map(({ code }) => code));
  const officials = Map.groupBy(await listVillageOfficials(app, actor), ({ villageCode }) => villageCode);
  const villages = rows
    .filter(({ code }) => silent.has(code))
    .map(({ code, name, href }) => ({
      code,
      name,
      href,
      officials: oneOfEach(officials.get(code) ?? []).map((official) => inWords(official, language)),
    }));
  return { villages, of: exact?.villages.length ?? rows.length };
}

/** One operator and one head are enough to call: whoever was there last. */
function oneOfEach(officials: readonly VillageOfficial[]): readonly VillageOfficial[] {
  const lately = officials.toSorted((a, b) => Number(b.lastSignIn) - Number(a.lastSignIn));
  return (["OPR", "KDS"] as const).flatMap((role) => lately.find((each) => each.role === role) ?? []);
}

function inWords({ role, name, lastSignIn }: VillageOfficial, language: Language): string {
  const t = outlookTexts[language].silent;
  const seen =
    lastSignIn === null
      ? t.never
      : t.seen(formatShortDate(language, jakartaDate(new Date(lastSignIn).getTime())));
  return `${name}, ${t[role]}: ${seen}`;
}
