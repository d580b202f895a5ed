import type { LawAmount, LawRow, LawSubject } from "@tuwai/domain/tariff";
import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { formatNumber, formatRupiah, formatShortDate } from "#language/format.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Table } from "#ui";
import { useAmount } from "./use-amount.ts";

type Group = "contributions" | "reliefs" | "benefits" | "days";
const order: readonly Group[] = ["contributions", "reliefs", "benefits", "days"];

function groupOf(subject: LawSubject): Group {
  if (subject.startsWith("relief-")) return "reliefs";
  if (subject.startsWith("pay-by-") || subject === "calendar") return "days";
  return subject.startsWith("bpu-") || subject.startsWith("pu-village-") ? "contributions" : "benefits";
}

/** Every row of law with its window, instrument and mark. */
export function LawTables({ rows }: { readonly rows: readonly LawRow[] }): ReactElement {
  const t = useTexts(tariffTexts);
  return (
    <Card title={t.rows.title}>
      {order.map((group) => (
        <Disclosure key={group} summary={t.groups[group]}>
          <LawTable
            caption={t.groups[group]}
            rows={rows.filter(({ subject }) => groupOf(subject) === group)}
          />
        </Disclosure>
      ))}
      {rows.map(
        ({ id, subject, amount }) =>
          amount.unit === "brackets" && (
            <Brackets key={id} subject={t.subjects[subject]} lines={amount.lines} />
          ),
      )}
      <Disclosure summary={t.marksTitle}>
        <ul>
          {Object.entries(t.marks).map(([mark, words]) => (
            <li key={mark}>{words}</li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  );
}

function LawTable(props: { readonly caption: string; readonly rows: readonly LawRow[] }): ReactElement {
  const t = useTexts(tariffTexts);
  const marks = useTexts(contributionTexts).marks;
  const say = useAmount();
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "what", head: t.rows.what, cell: ({ subject }) => t.subjects[subject] },
        { key: "amount", head: t.rows.amount, cell: ({ amount }) => say(amount) },
        { key: "valid", head: t.rows.valid, cell: (row) => <Window row={row} /> },
        {
          key: "source",
          phone: "wide",
          head: t.rows.source,
          cell: ({ source }) => (
            <>
              {source.instrument}
              <div className="quiet small">{source.article}</div>
            </>
          ),
        },
        { key: "mark", head: t.rows.mark, cell: ({ source }) => marks[source.mark] },
        {
          key: "who",
          phone: "wide",
          head: t.rows.confirmer,
          cell: ({ confirmedBy }) => t.confirmers[confirmedBy],
        },
      ]}
    />
  );
}

function Window({ row: { from, until, ends } }: { readonly row: LawRow }): ReactElement {
  const t = useTexts(tariffTexts).rows;
  const language = useLanguage();
  return (
    <>
      {t.window(formatShortDate(language, from), formatShortDate(language, until))}
      <div className="quiet small">{ends === "law" ? t.endsByLaw : t.endsByReview}</div>
    </>
  );
}

type Lines = Extract<LawAmount, { unit: "brackets" }>["lines"];

function Brackets(props: { readonly subject: string; readonly lines: Lines }): ReactElement {
  const t = useTexts(tariffTexts).rows;
  const marks = useTexts(contributionTexts).marks;
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return (
    <Disclosure summary={t.bracketsOf(props.subject)}>
      <Table
        caption={`${props.subject}: ${formatNumber(language, props.lines.length)}`}
        rows={props.lines}
        keyOf={({ incomeFrom }) => String(incomeFrom)}
        columns={[
          { key: "from", head: t.brackets.from, cell: ({ incomeFrom }) => rupiah(incomeFrom) },
          { key: "base", head: t.brackets.base, number: true, cell: ({ base }) => rupiah(base) },
          { key: "amount", head: t.brackets.amount, number: true, cell: ({ amount }) => rupiah(amount) },
          { key: "mark", head: t.brackets.mark, cell: ({ mark }) => marks[mark] },
        ]}
      />
    </Disclosure>
  );
}
