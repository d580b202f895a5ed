import { daysBetween } from "@tuwai/domain/time";
import type { ListedCover } from "@tuwai/server/cover";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate, formatShortDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Table, type Column } from "#ui";
import { CoverTag } from "./cover-tag.tsx";

type Row = ReturnType<typeof showRow>;

/** A row of the list with its village's name and, in grace, the days left to the next day of rescue: the stricter one first. */
export function showRow(row: ListedCover, names: ReadonlyMap<string, string>) {
  const { person, asOf, safeRescueDay, lastRescueDay, state } = row;
  const next = safeRescueDay && safeRescueDay >= asOf ? safeRescueDay : lastRescueDay;
  const isRescueNear = next !== undefined && next !== null && state.startsWith("grace");
  return {
    ...row,
    village: person.villageCode === undefined ? "" : (names.get(person.villageCode) ?? person.villageCode),
    daysLeft: isRescueNear ? daysBetween(asOf, next) : null,
  };
}

/** Whoever lapses first stands first. */
export function CoverTable({ rows, asOf }: { readonly rows: readonly Row[]; readonly asOf: string | null }) {
  const t = useTexts(contributionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const c = t.cover;
  const day = (date: string | null | undefined): string =>
    date ? formatShortDate(language, date) : c.nothing;
  const date = (
    key: "paidUntil" | "covered" | "full" | "ends",
    of: (row: Row) => string | null | undefined,
  ): Column<Row> => ({
    key,
    phone: "left-out",
    head: c.columns[key],
    cell: (row) => day(of(row)),
  });
  const person: Column<Row> = {
    key: "person",
    head: c.columns.person,
    cell: ({ person: { code, name } }) =>
      code === undefined ? (
        name
      ) : (
        <>
          <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>
          {name !== undefined && <div className="quiet small">{code}</div>}
        </>
      ),
  };
  const rescue: Column<Row> = {
    key: "rescue",
    head: c.columns.rescue,
    cell: ({ safeRescueDay, lastRescueDay, daysLeft }) => (
      <>
        {day(lastRescueDay)}
        {safeRescueDay && <div className="quiet small">{c.safeUntil(day(safeRescueDay))}</div>}
        {daysLeft !== null && <div className="small">{c.daysLeft(daysLeft)}</div>}
      </>
    ),
  };
  return (
    <Table
      caption={
        <>
          {c.caption} {asOf && <span className="quiet small">{c.asOf(formatDate(language, asOf))}</span>}
        </>
      }
      rows={rows}
      keyOf={({ person: { code, name } }) => code ?? name ?? ""}
      columns={[
        person,
        { key: "state", head: c.columns.state, cell: ({ state }) => <CoverTag state={state} /> },
        rescue,
        date("paidUntil", (row) => row.paidUntil),
        date("full", (row) => row.fullDeathBenefitFrom),
        date("covered", (row) => row.coveredFrom),
        date("ends", (row) => row.endsOn),
        { key: "village", head: c.columns.village, cell: ({ village }) => village },
        {
          key: "work",
          phone: "left-out",
          head: c.columns.work,
          cell: ({ person: { occupationGroup } }) =>
            occupationGroup ? wordOf(t.occupations, occupationGroup) : c.nothing,
        },
      ]}
    />
  );
}
