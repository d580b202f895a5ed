import type { PairAnswer, ReachedAims } from "@tuwai/server/best-pairs";
import type { ReactElement } from "react";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Notice, Table } from "#ui";

/** What the last choice reached on each aim, beside the usual rule. */
export function Reached({ answer }: { readonly answer: PairAnswer }): ReactElement {
  const t = useTexts(bestPairsTexts);
  const language = useLanguage();
  if (answer.outcome === "failed") return <Notice tone="warn">{t.failed}</Notice>;
  const number = (value: number): string => formatNumber(language, value);
  const { aims, ruleAims, together, noFreeSponsor, noFittingSponsor, proposed, overtaken } = answer;
  const sentences = [
    proposed === null ? t.looked(formatNumber(language, answer.seconds)) : t.proposed(number(proposed)),
    ...(overtaken > 0 ? [t.overtaken(number(overtaken))] : []),
    ...(noFreeSponsor + noFittingSponsor > 0
      ? [t.left(number(noFreeSponsor), number(noFittingSponsor))]
      : []),
  ];
  const rows: readonly { readonly aim: string; readonly of: (aims: ReachedAims) => number }[] = [
    { aim: t.aims.pairsKept, of: ({ pairsKept }) => together + pairsKept },
    { aim: t.aims.urgent(number(aims.urgentWaiting)), of: ({ urgent }) => urgent },
    { aim: t.aims.served, of: ({ served }) => served },
    { aim: t.aims.nominated, of: ({ nominated }) => nominated },
    { aim: t.aims.wishes, of: ({ wishes }) => wishes },
    { aim: t.aims.sameKecamatan, of: ({ sameKecamatan }) => sameKecamatan },
    { aim: t.aims.sameVillage, of: ({ sameVillage }) => sameVillage },
  ];
  return (
    <Card>
      {answer.ruleTaken !== null && <Notice tone="warn">{t.ruleTaken[answer.ruleTaken]}</Notice>}
      <p>{sentences.join(" ")}</p>
      <Table
        caption={t.caption}
        rows={rows}
        keyOf={({ aim }) => aim}
        columns={[
          { key: "aim", head: t.columns.aim, cell: ({ aim }) => aim },
          { key: "rule", head: t.columns.rule, number: true, cell: ({ of }) => number(of(ruleAims)) },
          { key: "best", head: t.columns.best, number: true, cell: ({ of }) => number(of(aims)) },
          {
            key: "difference",
            head: t.columns.difference,
            number: true,
            cell: ({ of }) => `${of(aims) > of(ruleAims) ? "+" : ""}${number(of(aims) - of(ruleAims))}`,
          },
        ]}
      />
    </Card>
  );
}
