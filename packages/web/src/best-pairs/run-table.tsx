import type { PairRun } from "@tuwai/server/best-pairs";
import type { ReactElement } from "react";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { formatNumber } from "#language/format.ts";
import { shortDayOf } from "#language/day-of.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

/** Earlier choices, so that weights can be held against each other. */
export function RunTable({ runs }: { readonly runs: readonly PairRun[] }): ReactElement {
  const t = useTexts(bestPairsTexts).runs;
  const language = useLanguage();
  const reached = ({ answer }: PairRun, aim: "served" | "wishes" | "sameKecamatan"): string =>
    answer?.outcome === "chosen" ? formatNumber(language, answer.aims[aim]) : "–";
  const proposed = ({ answer }: PairRun): string => {
    if (answer?.outcome !== "chosen") return t.failed;
    return answer.proposed === null ? t.onlyLooked : formatNumber(language, answer.proposed);
  };
  return (
    <Table
      caption={t.caption}
      rows={runs}
      keyOf={({ id }) => id}
      columns={[
        { key: "at", head: t.at, cell: ({ askedAt }) => shortDayOf(language, askedAt) },
        {
          key: "weights",
          head: t.weights,
          cell: ({ question: { weights } }) =>
            [weights.priority, weights.wishes, weights.near]
              .map((each) => formatNumber(language, each))
              .join(" / "),
        },
        { key: "served", head: t.served, number: true, cell: (run) => reached(run, "served") },
        { key: "wishes", head: t.wishes, number: true, cell: (run) => reached(run, "wishes") },
        { key: "near", head: t.near, number: true, cell: (run) => reached(run, "sameKecamatan") },
        { key: "proposed", head: t.proposed, cell: proposed },
      ]}
    />
  );
}
