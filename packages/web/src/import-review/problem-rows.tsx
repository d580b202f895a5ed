import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table, type Column } from "#ui";
import type { Level } from "./check-query.ts";
import { LevelTag } from "./level-tag.tsx";
import styles from "./problem-rows.module.css";
import type { SaidIssue } from "#imports";

export type ShownRow = {
  readonly key: string;
  readonly row: number;
  readonly outcome: string;
  readonly issues: readonly (SaidIssue & { readonly column: number | null; readonly level: Level })[];
  readonly cells: readonly { readonly column: number; readonly text: string }[];
};
type Props = {
  readonly rows: readonly ShownRow[];
  readonly columns: readonly { readonly column: number; readonly header: string }[];
  readonly total: number;
};

/** Rows as they stand in the file, with what is said about each; a cell a problem points at is marked. */
export function ProblemRows({ rows, columns, total }: Props): ReactElement {
  const t = useTexts(importStepTexts).check;
  const language = useLanguage();
  const said: Column<ShownRow>[] = [
    {
      key: "problem",
      head: t.problem,
      cell: ({ issues }) => (
        <ul className={`stack ${styles["said"]}`}>
          {issues.map(({ problem, level }) => (
            <li key={problem}>
              <LevelTag level={level} /> {problem}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "repair",
      head: t.repair,
      cell: ({ issues }) => <div className={styles["said"]}>{repairsOf(issues)}</div>,
    },
  ];
  return (
    <Table
      caption={t.tableCaption(formatNumber(language, total))}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: "row", head: t.row, cell: ({ row }) => row },
        ...said,
        ...columns.map(({ column, header }): Column<ShownRow> => ({
          key: `cell-${column}`,
          head: header,
          cell: (row) => <CellText row={row} column={column} />,
        })),
      ]}
    />
  );
}

/** What is only good to know asks for nothing, so it is silent beside something that does. */
function repairsOf(issues: ShownRow["issues"]): string {
  const asking = issues.filter(({ level }) => level !== "tahu");
  return [...new Set((asking.length > 0 ? asking : issues).map(({ repair }) => repair))].join(" ");
}

function CellText({ row, column }: { readonly row: ShownRow; readonly column: number }): ReactElement | null {
  const text = row.cells.find((cell) => cell.column === column)?.text ?? "";
  const isAtFault = row.issues.some((issue) => issue.column === column && issue.level !== "tahu");
  if (text === "") return null;
  return <div className={styles["cell"]}>{isAtFault ? <mark>{text}</mark> : text}</div>;
}
