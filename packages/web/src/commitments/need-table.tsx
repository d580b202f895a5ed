import type { GroupNeed } from "@tuwai/server/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

export type NeedLine = Pick<
  GroupNeed,
  "group" | "isApplicable" | "heads" | "counted" | "registered" | "need"
>;

/** People, who of them is covered and by whom, and what the others cost; both ways of enrolment. */
export function NeedTable(props: {
  readonly rows: readonly NeedLine[];
  readonly villageCode: string;
  readonly maySeeHeads: boolean;
}): ReactElement {
  const t = useTexts(commitmentTexts);
  const n = t.village.need;
  const language = useLanguage();
  const { rows, villageCode } = props;
  const number = (value: number) => formatNumber(language, value);
  const rupiah = (value: number) => formatRupiah(language, value);
  const sum = (of: (row: NeedLine) => number) => rows.reduce((all, row) => all + of(row), 0);
  return (
    <Table
      caption={n.caption}
      rows={rows}
      keyOf={({ group }) => group}
      columns={[
        {
          key: "group",
          head: n.group,
          total: n.total,
          cell: (row) => <GroupName row={row} villageCode={villageCode} isLink={props.maySeeHeads} />,
        },
        {
          key: "people",
          head: n.people,
          number: true,
          total: number(sum(({ heads, isApplicable }) => (isApplicable ? heads.people : 0))),
          cell: (row) => (row.isApplicable ? <People row={row} /> : "–"),
        },
        {
          key: "protected",
          head: n.protected,
          total: number(sum(({ heads }) => heads.people - heads.unprotected)),
          cell: (row) => <Protected row={row} />,
        },
        {
          key: "open",
          head: n.open,
          number: true,
          total: number(sum(({ heads, isApplicable }) => (isApplicable ? heads.unprotected : 0))),
          cell: ({ heads, isApplicable }) => (isApplicable ? number(heads.unprotected) : "–"),
        },
        ...(["monthly", "yearly"] as const).map((key) => ({
          key,
          head: n[key],
          number: true,
          total: rupiah(sum(({ need }) => priceIn(need, key) ?? 0)),
          cell: ({ need }: NeedLine) => (need === undefined ? n.noPrice : rupiah(priceIn(need, key) ?? 0)),
        })),
        {
          key: "other",
          head: n.otherwise,
          phone: "wide",
          total: "",
          cell: ({ need }) =>
            need?.otherwise == null || need.total === 0
              ? ""
              : n.other(n.segments[need.otherwise.segment], rupiah(need.otherwise.total)),
        },
      ]}
    />
  );
}

const priceIn = (need: NeedLine["need"], key: "monthly" | "yearly") =>
  key === "monthly" ? need?.monthly : need?.total;

type NameProps = { readonly row: NeedLine; readonly villageCode: string; readonly isLink: boolean };

function GroupName({ row: { group, isApplicable, heads }, villageCode, isLink }: NameProps) {
  const t = useTexts(commitmentTexts);
  const to = useLocalPath();
  const name = t.groups[group];
  if (!isApplicable)
    return (
      <>
        {name}
        <div className="quiet small">{t.village.need.notHere}</div>
      </>
    );
  if (!isLink || heads.people === 0) return <>{name}</>;
  return <a href={to(`/anggaran/komitmen/${villageCode}/orang/${group}`)}>{name}</a>;
}

function People({ row: { heads, counted, registered } }: { readonly row: NeedLine }) {
  const n = useTexts(commitmentTexts).village.need;
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  return (
    <>
      {number(heads.people)}
      {counted !== null && (
        <div className="quiet small">
          {n.counted(number(heads.people), number(registered))}: {counted.reason}
        </div>
      )}
      {heads.twice > 0 && <div className="quiet small">{n.twice(number(heads.twice))}</div>}
    </>
  );
}

function Protected({ row: { heads } }: { readonly row: NeedLine }) {
  const n = useTexts(commitmentTexts).village.need;
  const language = useLanguage();
  const by = (["village", "city", "sponsor", "other"] as const).flatMap((who) => {
    const count = heads.protectedBy[who] ?? 0;
    return count === 0 ? [] : [n.by[who](formatNumber(language, count))];
  });
  return <>{by.length === 0 ? n.nobody : by.join(", ")}</>;
}
