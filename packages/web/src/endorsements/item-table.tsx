import type { ReactElement } from "react";
import { useLocation } from "react-router";
import type { EndorsementItem } from "@tuwai/server/endorsements";
import { codeWords, usePersonColumns } from "#eligibility";
import { OperationField } from "#shell";
import { eligibilityTexts } from "#language/eligibility.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button, Table, Tag, withQuery, type Column } from "#ui";

type Item = EndorsementItem & { readonly operation: string };

/** People of a list, the included first; whoever may change it finds the way in the last column. */
export function ItemTable(props: {
  readonly items: readonly Item[];
  readonly version: number;
  readonly mayExclude: boolean;
  readonly mayInclude: boolean;
}): ReactElement {
  const t = useTexts(eligibilityTexts);
  const of = usePersonColumns<Item>();
  const c = t.list.columns;
  const { items, version, mayExclude, mayInclude } = props;
  const change: Column<Item> = {
    key: "change",
    phone: "wide",
    head: c.change,
    cell: (item) =>
      item.included
        ? mayExclude && <ExcludeLink item={item} />
        : mayInclude && isByHand(item) && <IncludeForm item={item} version={version} />,
  };
  return (
    <Table
      caption={t.list.caption}
      rows={items}
      keyOf={({ person }) => person.id}
      columns={[
        of.person,
        { key: "status", phone: "wide", head: c.status, cell: (item) => <Status item={item} /> },
        {
          key: "urgency",
          phone: "wide",
          head: c.urgency,
          cell: ({ urgency }) => urgency.map((code) => t.urgencies[code]).join(", "),
        },
        of.age,
        of.work,
        ...(mayExclude || mayInclude ? [change] : []),
      ]}
    />
  );
}

function Status({ item }: { readonly item: Item }): ReactElement {
  const t = useTexts(eligibilityTexts);
  return (
    <>
      {item.included ? (
        <Tag status="active">{t.list.included}</Tag>
      ) : (
        <Tag status="refused">{t.list.excludedTag}</Tag>
      )}{" "}
      {item.change !== null && <strong>{item.change === "new" ? t.list.isNew : t.list.wasIncluded}</strong>}
      {item.exclusionReason !== null && <div className="small">{codeWords(t, item.exclusionReason)}</div>}
    </>
  );
}

/** Whether a person left them out; whom the judgement leaves out nobody takes in by hand. */
function isByHand({ reasons }: Item): boolean {
  return reasons.length === 0;
}

function ExcludeLink({ item }: { readonly item: Item }): ReactElement {
  const t = useTexts(eligibilityTexts).list;
  const { pathname, search } = useLocation();
  const { code = "", name = t.nobody } = item.person;
  return (
    <a
      href={`${pathname}${withQuery(search, { keluarkan: code })}#keluarkan`}
      aria-label={t.excludeOne(name)}
    >
      {t.exclude}
    </a>
  );
}

function IncludeForm({ item, version }: { readonly item: Item; readonly version: number }): ReactElement {
  const t = useTexts(eligibilityTexts).list;
  return (
    <form method="post">
      <OperationField id={item.operation} />
      <input type="hidden" name="versi" value={version} />
      <input type="hidden" name="orang" value={item.person.id} />
      <Button
        small
        look="plain"
        name="aksi"
        value="masukkan"
        aria-label={t.includeOne(item.person.name ?? t.nobody)}
      >
        {t.include}
      </Button>
    </form>
  );
}
