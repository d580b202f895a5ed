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
  /** On a phone: `wide` takes a line of its own (sentences, forms, buttons), `left-out` stands on the page the row leads to. */
  readonly phone?: "wide" | "left-out";
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
  readonly fold?: Fold<Row> | undefined;
};

/** Rows that all say the same one thing: a line in the caption opens and closes them, and each is its name and that thing. */
export type Fold<Row> = {
  readonly summary: string;
  readonly isFolded: (row: Row) => boolean;
  readonly says: string;
  readonly isOpen: boolean;
};

// What fits across upright paper stays upright.
const mostColumnsOnPaper = 5;

/** Two columns fit across a phone, or three when the others are figures. */
function fitsPhone<Row>(columns: readonly Column<Row>[]): boolean {
  return columns.length < 3 || (columns.length === 3 && columns.slice(1).every(({ number }) => number));
}

/**
 * A real table in its own labelled scrolling region. What does not fit across a phone becomes a card for each row there, and
 * with more than five columns it is printed on paper laid across. The roles say again what a table is, as browsers forget it when its
 * rows are laid out as cards.
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { id, caption, columns, rows, keyOf, regionOf, fold } = props;
  const captionId = useId();
  // The sum of one row is that row.
  const hasTotal = rows.length > 1 && columns.some((column) => column.total !== undefined);
  const kinds = [
    "table-region",
    ...(fitsPhone(columns) ? [] : ["as-cards"]),
    ...(columns.length > mostColumnsOnPaper ? ["print-across"] : []),
  ];
  return (
    <div className={kinds.join(" ")} role="region" aria-labelledby={captionId} tabIndex={0}>
      {fold && (
        <details className="fold" open={fold.isOpen}>
          <summary>{fold.summary}</summary>
        </details>
      )}
      <table role="table" {...(id === undefined ? {} : { id })}>
        <caption>
          <span id={captionId}>{caption}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map(head)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const isFolded = fold?.isFolded(row) ?? false;
            return (
              <tr
                key={keyOf(row)}
                {...(regionOf ? { "data-region": regionOf(row) } : {})}
                className={isFolded ? "folded" : undefined}
                role="row"
              >
                {isFolded ? (
                  <FoldedCells name={columns[0]?.cell(row)} says={fold!.says} across={columns.length - 1} />
                ) : (
                  columns.map((column, at) => (
                    <Cell key={column.key} column={column} first={at === 0} content={column.cell(row)} />
                  ))
                )}
              </tr>
            );
          })}
        </tbody>
        {hasTotal && (
          <tfoot role="rowgroup">
            <tr role="row">
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
    <th
      key={key}
      role="columnheader"
      scope="col"
      className={number ? "number" : undefined}
      aria-sort={sort?.now}
    >
      {sort ? <a href={sort.href}>{text}</a> : text}
    </th>
  );
}

function FoldedCells(props: {
  readonly name: ReactNode;
  readonly says: string;
  readonly across: number;
}): ReactElement {
  return (
    <>
      <th role="rowheader" scope="row">
        {props.name}
      </th>
      <td role="cell" colSpan={props.across} className="phone-wide">
        {props.says}
      </td>
    </>
  );
}

type CellProps<Row> = { readonly column: Column<Row>; readonly first: boolean; readonly content: ReactNode };

function Cell<Row>({ column, first, content }: CellProps<Row>): ReactElement {
  if (first)
    return (
      <th role="rowheader" scope="row">
        {content}
      </th>
    );
  const kinds = [...(column.number ? ["number"] : []), ...(column.phone ? [`phone-${column.phone}`] : [])];
  return (
    <td role="cell" className={kinds.length > 0 ? kinds.join(" ") : undefined} data-label={column.head}>
      {content}
    </td>
  );
}
