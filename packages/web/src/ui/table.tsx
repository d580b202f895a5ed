import { useId, type ReactElement, type ReactNode } from "react";

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned tabular figures. */
  readonly number?: boolean;
  /** Makes the heading a link that sorts by this column; state lives in the address. */
  readonly sort?: { readonly href: string; readonly now?: "ascending" | "descending" | undefined };
  /** Cell of the closing line; give it on all columns or none. */
  readonly total?: ReactNode;
};

type TableProps<Row> = {
  readonly id?: string;
  readonly caption: ReactNode;
  /** The first column names the row, stays in sight when the rest scrolls, and is its header. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Code of the region a row speaks about: scripts, tests and maps find it by `data-region`. */
  readonly regionOf?: (row: Row) => string;
};

/** A real table in its own labelled scrolling region. */
export function Table<Row>({ id, caption, columns, rows, keyOf, regionOf }: TableProps<Row>): ReactElement {
  const captionId = useId();
  const hasTotal = columns.some((column) => column.total !== undefined);
  return (
    <div className="table-region" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table {...(id === undefined ? {} : { id })}>
        <caption>
          <span id={captionId}>{caption}</span>
        </caption>
        <thead>
          <tr>{columns.map(head)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...(regionOf ? { "data-region": regionOf(row) } : {})}>
              {columns.map((column, at) => (
                <Cell key={column.key} column={column} first={at === 0} content={column.cell(row)} />
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotal && (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <Cell key={column.key} column={column} first={at === 0} content={column.total} />
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function head<Row>({ key, head: text, number, sort }: Column<Row>): ReactElement {
  return (
    <th key={key} scope="col" className={number ? "number" : undefined} aria-sort={sort?.now}>
      {sort ? <a href={sort.href}>{text}</a> : text}
    </th>
  );
}

type CellProps<Row> = { readonly column: Column<Row>; readonly first: boolean; readonly content: ReactNode };

function Cell<Row>({ column, first, content }: CellProps<Row>): ReactElement {
  if (first) return <th scope="row">{content}</th>;
  return <td className={column.number ? "number" : undefined}>{content}</td>;
}
