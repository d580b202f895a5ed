import type { OpenedScenario } from "@tuwai/server/planning";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Notice, Table } from "#ui";
import { numbersOf } from "./four-numbers.tsx";

type Props = { readonly scenario: OpenedScenario };

/** The four numbers as they were when the plan was kept, beside those of today. */
export function ThenAndNow({ scenario: { before, today } }: Props): ReactElement {
  const t = useTexts(planningTexts).opened;
  const language = useLanguage();
  const now = today === null ? [] : numbersOf(today, language);
  const rows = numbersOf(before, language).map((kept, at) => ({ kept, now: now[at] }));
  return (
    <Card title={t.table}>
      {today === null && <Notice tone="warn">{t.noToday}</Notice>}
      <Table
        caption={t.table}
        columns={[
          { key: "number", head: t.number, cell: ({ kept }) => kept.name },
          {
            key: "before",
            head: t.before,
            number: true,
            cell: ({ kept }) => (
              <>
                {kept.text} {kept.key === "covered-at-end" && <small>{kept.hint}</small>}
              </>
            ),
          },
          {
            key: "today",
            head: t.today,
            number: true,
            cell: ({ now: of }) => (
              <>
                {of?.text ?? "–"} {of?.key === "covered-at-end" && <small>{of.hint}</small>}
              </>
            ),
          },
          {
            key: "difference",
            head: t.difference,
            number: true,
            cell: ({ kept, now: of }) => {
              if (of === undefined) return "–";
              const by = of.value - kept.value;
              const shown = kept.key === "cost" ? formatRupiah(language, by) : formatNumber(language, by);
              return by > 0 ? `+${shown}` : shown;
            },
          },
        ]}
        rows={rows}
        keyOf={({ kept }) => kept.key}
      />
    </Card>
  );
}

export function Differences({ scenario: { differs, today } }: Props): ReactElement | null {
  const t = useTexts(planningTexts).opened.differs;
  if (today === null) return null;
  if (differs.length === 0) return <p>{t.none}</p>;
  const words = {
    data: t.data,
    prices: t.prices,
    "plan-version": t.planVersion,
    "forecast-version": t.forecastVersion,
  };
  return (
    <Card title={t.title}>
      <ul>
        {differs.map((what) => (
          <li key={what}>{words[what]}</li>
        ))}
      </ul>
    </Card>
  );
}
