import type { ReactElement } from "react";
import { wordOf } from "#language/word-of.ts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { useTexts } from "#language/use-texts.ts";
import { Table, type FormErrors } from "#ui";
import styles from "./mapping-table.module.css";

export type MappingRow = {
  readonly field: string;
  /** Place counted from 1; empty when the template has no such column. */
  readonly order: string;
  readonly header: string;
  readonly isHeld: boolean;
  readonly isRequired: boolean;
};

type Props = {
  readonly rows: readonly MappingRow[];
  readonly errors: FormErrors;
  readonly isEditable: boolean;
};

/** Our fields beside the branch's columns, as text or as boxes to type in. */
export function MappingTable({ rows, errors, isEditable }: Props): ReactElement {
  const t = useTexts(enrolmentTexts).mapping;
  const nameOf = (field: string): string => wordOf(t.fields, field);
  const noteOf = ({ isHeld, isRequired }: MappingRow): string =>
    isRequired ? t.required : isHeld ? "" : t.empty;
  return (
    <Table
      caption={isEditable ? t.caption : t.readCaption}
      rows={rows}
      keyOf={({ field }) => field}
      columns={[
        { key: "field", head: t.columns.field, cell: ({ field }) => nameOf(field) },
        {
          key: "order",
          head: t.columns.order,
          cell: ({ field, order }) =>
            isEditable ? (
              <input
                id={`urutan-${field}`}
                name={`urutan-${field}`}
                className={styles["place"]}
                inputMode="numeric"
                maxLength={3}
                defaultValue={order}
                aria-label={t.orderOf(nameOf(field))}
                aria-invalid={errors[`urutan-${field}`] === undefined ? undefined : true}
              />
            ) : (
              order
            ),
        },
        {
          key: "header",
          phone: "wide",
          head: t.columns.header,
          cell: ({ field, header }) =>
            isEditable ? (
              <input
                name={`judul-${field}`}
                className={styles["heading"]}
                maxLength={60}
                defaultValue={header}
                aria-label={t.headerOf(nameOf(field))}
              />
            ) : (
              header
            ),
        },
        { key: "held", phone: "wide", head: t.columns.held, cell: noteOf },
      ]}
    />
  );
}
