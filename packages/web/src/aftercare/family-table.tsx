import type { FollowedFamily } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { aftercarePath, spellCase } from "./case-code.ts";
import { NextVisit } from "./next-visit.tsx";

type Row = FollowedFamily & { readonly village: string };

/** Families by the code of their case alone; a name stands nowhere. */
export function FamilyTable(props: {
  readonly rows: readonly Row[];
  readonly today: string;
  readonly caption: string;
}): ReactElement {
  const t = useTexts(aftercareTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      keyOf={({ code }) => code}
      columns={[
        {
          key: "case",
          head: t.columns.case,
          cell: ({ code }) => <a href={to(aftercarePath(code))}>{spellCase(code)}</a>,
        },
        { key: "village", head: t.columns.village, cell: ({ village }) => village },
        { key: "on", head: t.columns.on, cell: ({ happenedOn }) => formatDate(language, happenedOn) },
        {
          key: "next",
          phone: "wide",
          head: t.columns.next,
          cell: ({ next }) => <NextVisit next={next} today={props.today} />,
        },
        {
          key: "last",
          head: t.columns.last,
          cell: ({ lastFinding }) => (lastFinding === null ? t.noFinding : t.findings[lastFinding]),
        },
      ]}
    />
  );
}
