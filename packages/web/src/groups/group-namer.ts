import type { Group } from "@tuwai/server/groups";
import { contributionTexts } from "#language/contributions.ts";
import { groupTexts } from "#language/groups.ts";
import type { Language } from "#language/language.ts";

type Named = Pick<Group, "fundSource" | "wadah" | "villageCode">;

/** What a group is called: whose money and code, or whose officers. */
export function groupNamer(
  language: Language,
  villageOf: (code: string) => string | undefined,
): (group: Named) => string {
  const t = groupTexts[language];
  const sources = contributionTexts[language].fundSources;
  return ({ fundSource, wadah, villageCode }) =>
    villageCode === null
      ? t.ofFund(sources[fundSource], wadah)
      : t.ofVillage(villageOf(villageCode) ?? villageCode);
}
