import type { ReactElement } from "react";
import type { ListedEnrolment } from "@tuwai/server/enrolment";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatMonth, formatShortDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table, type Column } from "#ui";
import { AgainForm } from "./again-form.tsx";
import { StateTag } from "./state-tag.tsx";

type Row = ListedEnrolment & { readonly village: string; readonly operation: string | null };

type Props = {
  readonly rows: readonly Row[];
  /** Finance reads who was put forward, and no worker's page. */
  readonly mayOpen: boolean;
};

/** People put forward; columns that the reader's role may not see are not there at all. */
export function EnrolmentTable({ rows, mayOpen }: Props): ReactElement {
  const t = useTexts(enrolmentTexts).list;
  const c = useTexts(contributionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const has = (key: "fundSource" | "wadah" | "rejectionReason"): boolean =>
    rows.some((row) => row[key] !== undefined && row[key] !== null);
  const person: Column<Row> = {
    key: "person",
    head: t.columns.person,
    cell: ({ person: { code, name } }) => (
      <>
        {code === undefined || !mayOpen ? (
          (name ?? code)
        ) : (
          <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>
        )}
        {name !== undefined && <div className="quiet small">{code}</div>}
      </>
    ),
  };
  const columns: Column<Row>[] = [
    person,
    { key: "state", head: t.columns.state, cell: ({ state }) => <StateTag of="states" state={state} /> },
  ];
  if (has("rejectionReason"))
    columns.push({
      key: "reason",
      phone: "wide",
      head: t.columns.reason,
      cell: ({ rejectionReason }) => rejectionReason ?? t.nothing,
    });
  if (has("fundSource"))
    columns.push({
      key: "fund",
      head: t.columns.fund,
      cell: ({ fundSource }) => wordOf(c.fundSources, fundSource ?? t.nothing),
    });
  if (has("wadah"))
    columns.push({
      key: "wadah",
      phone: "left-out",
      head: t.columns.wadah,
      cell: ({ wadah }) => wadah ?? t.nothing,
    });
  columns.push(
    { key: "from", head: t.columns.from, cell: ({ fromMonth }) => formatMonth(language, fromMonth) },
    {
      key: "accepted",
      phone: "left-out",
      head: t.columns.accepted,
      cell: ({ acceptedOn }) => (acceptedOn === null ? t.nothing : formatShortDate(language, acceptedOn)),
    },
    { key: "village", head: t.columns.village, cell: ({ village }) => village },
  );
  if (rows.some(({ operation }) => operation !== null))
    columns.push({
      key: "act",
      phone: "wide",
      head: t.columns.act,
      cell: (row) =>
        row.operation === null ? (
          t.nothing
        ) : (
          <AgainForm enrolment={row} operation={row.operation} code={row.person.code ?? ""} />
        ),
    });
  return <Table caption={t.caption} rows={rows} keyOf={({ id }) => id} columns={columns} />;
}
