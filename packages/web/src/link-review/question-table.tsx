import type { ReactElement } from "react";
import type { QuestionListItem } from "@tuwai/server/link-review";
import { shortDayOf } from "#language/day-of.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table, Tag } from "#ui";
import { conclusionOf } from "./conclusion.ts";
import { writeLinkQuery, type LinkQuery } from "./link-query.ts";

type Props = { readonly items: readonly QuestionListItem[]; readonly query: LinkQuery };

const tags = {
  open: "decision",
  same: "active",
  different: "refused",
  unsure: "process",
  withdrawn: "done",
} as const;

/** Questions of the queue; the first column opens the pair and keeps the filters. */
export function QuestionTable({ items, query }: Props): ReactElement {
  const t = useTexts(linkingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const c = t.queue.columns;
  const { kind, village } = query;
  return (
    <Table
      caption={t.queue.caption}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "person",
          head: c.person,
          cell: ({ id, person }) => (
            <>
              <a href={to(`/padan/pasangan/${id}`) + writeLinkQuery({ kind, village })}>{person.name}</a>
              <div className="quiet small">{person.code}</div>
            </>
          ),
        },
        {
          key: "other",
          phone: "wide",
          head: c.other,
          cell: ({ other }) => (
            <>
              {other.name}
              {other.code !== null && <div className="quiet small">{other.code}</div>}
            </>
          ),
        },
        {
          key: "machine",
          phone: "wide",
          head: c.machine,
          cell: ({ probability }) => t.conclusions[conclusionOf(probability)],
        },
        { key: "kind", phone: "left-out", head: c.kind, cell: (item) => t.kinds[item.kind] },
        { key: "village", head: c.village, cell: ({ person }) => person.villageName },
        {
          key: "state",
          head: c.state,
          cell: ({ state }) => <Tag status={tags[state]}>{t.states[state]}</Tag>,
        },
        {
          key: "asked",
          phone: "left-out",
          head: c.asked,
          cell: ({ askedAt }) => shortDayOf(language, askedAt),
        },
      ]}
    />
  );
}
