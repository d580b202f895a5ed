import type { CheckContext, CheckedRow, FieldName, RowIssue, TableCell } from "#intake";
import { checkRow } from "./check-row.ts";

/** What somebody typed about one person, field by field. */
export type WrittenPerson = { readonly [F in FieldName]?: string };

/** A checked person; each remark names the field it is about, null where it is about the person. */
export type CheckedPerson = Pick<CheckedRow, "outcome" | "values"> & {
  readonly issues: readonly (RowIssue & { readonly field: FieldName | null })[];
};

/** A person typed into a form, by the same rules as a row of a village's list. */
export function checkWrittenPerson(written: WrittenPerson, context: CheckContext): CheckedPerson {
  const names = Object.keys(written) as FieldName[];
  const cells = names.map((field, at): [FieldName, TableCell] => {
    const text = written[field] ?? "";
    return [field, { column: at + 1, text, kind: "text", raw: text }];
  });
  const fields = Object.fromEntries(cells.filter(([, { text }]) => text.trim() !== ""));
  const place = { sheet: 1, row: 1, hidden: false, fault: null, extraColumns: [] } as const;
  const { outcome, values, issues } = checkRow("village-list", { ...place, fields }, context);
  return {
    outcome,
    values,
    issues: issues.map((issue) => ({
      ...issue,
      field: issue.column === null ? null : (names[issue.column - 1] ?? null),
    })),
  };
}
