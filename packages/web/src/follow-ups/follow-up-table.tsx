import type { CivilDate } from "@tuwai/domain/time";
import type { ShownFollowUp } from "@tuwai/server/follow-ups";
import type { ReactElement } from "react";
import { followUpTexts } from "#language/follow-ups.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { FollowUpTag } from "./follow-up-tag.tsx";
import { dueOf, officeOf } from "./follow-up-words.ts";

/** Follow-ups, each with who, by when and where it stands. */
export function FollowUpTable(props: {
  readonly caption: string;
  readonly rows: readonly ShownFollowUp[];
  readonly today: CivilDate;
}): ReactElement {
  const t = useTexts(followUpTexts).columns;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "what", head: t.what, cell: (row) => <a href={to(`/tindak-lanjut/${row.id}`)}>{row.text}</a> },
        { key: "who", head: t.who, cell: (row) => officeOf(language, row) },
        { key: "due", head: t.due, cell: (row) => dueOf(language, row, props.today) },
        {
          key: "state",
          head: t.state,
          cell: (row) => <FollowUpTag state={row.state} standing={row.standing} />,
        },
      ]}
    />
  );
}
