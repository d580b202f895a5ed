import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { levels, severityOf, type Level } from "./check-query.ts";
import { LevelTag } from "./level-tag.tsx";
import type { SaidIssue } from "#imports";

export type ProblemGroup = SaidIssue & {
  readonly key: string;
  readonly code: string;
  readonly level: Level;
  readonly rows: number;
};
type Props = { readonly groups: readonly ProblemGroup[]; readonly base: string };

/** Problems grouped by what to do about them, what blocks a row first; never one line per row. */
export function ProblemSummary({ groups, base }: Props): ReactElement {
  const t = useTexts(importStepTexts).check;
  const language = useLanguage();
  const ordered = groups.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || b.rows - a.rows,
  );
  return (
    <Table
      caption={t.caption}
      rows={ordered}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "problem",
          head: t.problem,
          cell: ({ problem, level }) => (
            <>
              {problem} <div className="quiet small">{t.levelsWhat[severityOf(level)]}</div>
            </>
          ),
        },
        { key: "level", head: t.level, cell: ({ level }) => <LevelTag level={level} /> },
        { key: "repair", head: t.repair, cell: ({ repair }) => repair },
        {
          key: "rows",
          head: t.rows,
          number: true,
          cell: ({ code, rows }) => (
            <a href={`${base}?masalah=${code}#baris`}>{t.show(formatNumber(language, rows))}</a>
          ),
        },
      ]}
    />
  );
}
