import { visitAnswers } from "@tuwai/domain/claimability";
import { jakartaDate } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { claimabilityTexts } from "#language/claimability.ts";
import { formatShortDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, SelectField, Table, Tag } from "#ui";
import type { VisitsData } from "./load-visits.ts";

type Row = VisitsData["rows"][number];

/** Whom the sample visits; whoever visits notes in the line what was found. */
export function VisitTable({ page }: { readonly page: VisitsData }): ReactElement {
  const t = useTexts(claimabilityTexts).visits;
  const language = useLanguage();
  const to = useLocalPath();
  const dayOf = (at: Date) => formatShortDate(language, jakartaDate(at.getTime()));
  return (
    <Table
      caption={t.caption}
      rows={page.rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "person",
          head: t.columns.person,
          cell: ({ person: { code, name } }) => (
            <>
              {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
              <div className="quiet small">{code}</div>
            </>
          ),
        },
        { key: "village", head: t.columns.village, cell: ({ village }) => village },
        { key: "drawn", head: t.columns.drawn, cell: ({ drawnAt }) => dayOf(drawnAt) },
        {
          key: "answer",
          phone: "wide",
          head: t.columns.answer,
          cell: (row) =>
            row.answeredAt !== null ? (
              <Tag status="done">
                {row.answer ? t.answers[row.answer] : t.answered(dayOf(row.answeredAt))}
              </Tag>
            ) : page.can.visit ? (
              <FoundForm row={row} />
            ) : (
              <Tag status="waiting">{t.unanswered}</Tag>
            ),
        },
      ]}
    />
  );
}

function FoundForm({ row }: { readonly row: Row }): ReactElement {
  const t = useTexts(claimabilityTexts).visits;
  return (
    <form method="post" className="form" noValidate>
      <OperationField id={row.operation} />
      <input type="hidden" name="kunjungan" value={row.id} />
      <SelectField
        name={`temuan-${row.id}`}
        label={t.foundOf(row.person.code ?? "")}
        options={[
          { value: "", label: "" },
          ...visitAnswers.map((value) => ({ value, label: t.answers[value] })),
        ]}
      />
      <div>
        <Button small>{t.submit}</Button>
      </div>
    </form>
  );
}
