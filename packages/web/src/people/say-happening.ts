import type { HistoryRow } from "@tuwai/server/workers";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatMonth } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import type { Language } from "#language/language.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { wordOf } from "#language/word-of.ts";
import { workerCoverTexts } from "#language/worker-cover.ts";
import { workerTexts } from "#language/worker.ts";

/** What a line of the history says beside the kind: month, code, and the detail in words. */
export function sayHappening(
  language: Language,
  { kind, code, month, detail }: Pick<HistoryRow, "kind" | "code" | "month" | "detail">,
): string {
  return [
    month === null ? "" : workerCoverTexts[language].forMonth(formatMonth(language, month)),
    code ?? "",
    detail === null ? "" : wordOf(wordsFor(kind, language), detail),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** By kind, because one code may stand for two things: a worker left out as `moved-away` has reported nothing. */
function wordsFor(kind: string, language: Language): object {
  if (kind.startsWith("cover-")) return workerCoverTexts[language].payers;
  if (kind.startsWith("endorsement-")) return eligibilityTexts[language].exclusions;
  if (kind.startsWith("life-")) return lifeEventTexts[language].documents;
  return { ...importTexts[language].kinds, ...workerTexts[language].registries };
}
