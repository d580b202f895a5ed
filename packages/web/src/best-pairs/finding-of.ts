import type { PairAnswer } from "@tuwai/server/best-pairs";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";

const order = ["served", "urgent", "nominated", "wishes", "sameKecamatan", "sameVillage"] as const;

/** Whether workers wait and no pledge has a place for any of them. */
export function hasNoPlace(answer: PairAnswer | null): boolean {
  return answer?.outcome === "chosen" && answer.aims.served === 0 && answer.noFreeSponsor > 0;
}

/** The first aim on which the best pairs are ahead, as a sentence. */
export function findingOf(answer: PairAnswer | null, language: Language): string {
  const t = bestPairsTexts[language];
  if (answer?.outcome !== "chosen") return t.title;
  const { aims, ruleAims } = answer;
  if (hasNoPlace(answer)) return t.noPlace(formatNumber(language, answer.noFreeSponsor));
  const ahead = order.find((aim) => aims[aim] > ruleAims[aim]);
  return ahead === undefined
    ? t.same
    : t.better[ahead](formatNumber(language, aims[ahead] - ruleAims[ahead]));
}
