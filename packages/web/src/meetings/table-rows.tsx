import type { FormEvent, ReactElement } from "react";
import { accountTexts } from "#language/accounts.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah, formatTime } from "#language/format.ts";
import { meetingTableTexts } from "#language/meeting-table.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Table, Tag } from "#ui";
import type { TablePage, TableRow } from "./load-table.ts";
import { type Draft, startOf, sumOfDraft } from "./row-draft.ts";
import styles from "./table.module.css";
import type { Waiting } from "./use-queue.ts";

export type RowWork = {
  readonly operation: string;
  readonly isOpen: boolean;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly waiting: readonly Waiting[];
  readonly onDraft: (village: string, draft: Draft) => void;
  readonly onSave: (row: TableRow, draft: Draft) => void;
  readonly onSettle: (row: TableRow, aksi: "paraf" | "urungkan") => void;
};

type Shown = {
  readonly row: TableRow;
  readonly village: TablePage["villages"][number];
  readonly draft: Draft;
  readonly unsent: Waiting | undefined;
};

type Props = { readonly page: TablePage; readonly rows: readonly TableRow[]; readonly work: RowWork };

/** A line for each village with its three answers; a line is a form of its own, so that it is saved without a script too. */
export function TableRows({ page, rows, work }: Props): ReactElement {
  const t = useTexts(meetingTableTexts);
  const language = useLanguage();
  const villages = new Map(page.villages.map((village) => [village.code, village]));
  const shown = rows.map((row): Shown => {
    const village = villages.get(row.code)!;
    const unsent = work.waiting.findLast((item) => item.village === row.code);
    return { row, village, unsent, draft: work.drafts[row.code] ?? unsent ?? startOf(row, village) };
  });
  return (
    <div className={styles["table"]}>
      <Table
        caption={t.caption(formatNumber(language, rows.length))}
        rows={shown}
        keyOf={({ row }) => row.code}
        regionOf={({ row }) => row.code}
        columns={[
          { key: "village", head: t.columns.village, cell: (one) => <Name of={one} /> },
          {
            key: "heads",
            head: t.columns.heads,
            cell: (one) => <Count of={one} work={work} field="orang" />,
          },
          {
            key: "months",
            head: t.columns.months,
            cell: (one) => <Count of={one} work={work} field="bulan" />,
          },
          { key: "source", head: t.columns.source, cell: (one) => <Source of={one} work={work} /> },
          {
            key: "rupiah",
            head: t.columns.rupiah,
            number: true,
            cell: ({ draft, village }) => formatRupiah(language, sumOfDraft(draft, village)),
          },
          {
            key: "state",
            head: t.columns.state,
            phone: "wide",
            cell: (one) => <State of={one} work={work} />,
          },
        ]}
      />
    </div>
  );
}

function Name({ of: { row, village } }: { readonly of: Shown }) {
  const t = useTexts(meetingTableTexts);
  const language = useLanguage();
  return (
    <span className={styles["name"]}>
      {row.name}
      <small className="quiet">
        {t.need(formatNumber(language, village.heads), formatRupiah(language, village.need))}
      </small>
    </span>
  );
}

type CellProps = { readonly of: Shown; readonly work: RowWork };

function Count({ of: { row, draft }, work, field }: CellProps & { readonly field: "orang" | "bulan" }) {
  const t = useTexts(meetingTableTexts);
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className={styles["number"]}
      id={`${field}-${row.code}`}
      form={`baris-${row.code}`}
      name={field}
      aria-label={field === "orang" ? t.headsOf(row.name) : t.monthsOf(row.name)}
      value={draft[field]}
      disabled={!work.isOpen}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => work.onDraft(row.code, { ...draft, [field]: event.currentTarget.value })}
    />
  );
}

function Source({ of: { row, draft, village }, work }: CellProps) {
  const t = useTexts(meetingTableTexts);
  const words = useTexts(commitmentTexts).sources;
  return (
    <select
      form={`baris-${row.code}`}
      name="sumber"
      aria-label={t.sourceOf(row.name)}
      value={draft.sumber}
      disabled={!work.isOpen}
      onChange={(event) => work.onDraft(row.code, { ...draft, sumber: event.currentTarget.value })}
    >
      {village.sources.map((source) => (
        <option key={source} value={source}>
          {words[source]}
        </option>
      ))}
    </select>
  );
}

const tagOf = {
  unopened: "waiting",
  opened: "waiting",
  typing: "process",
  draft: "process",
  declared: "active",
  awaiting: "decision",
  objected: "refused",
} as const;

function State({ of: one, work }: CellProps) {
  const t = useTexts(meetingTableTexts);
  const { row, draft, unsent } = one;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    work.onSave(row, draft);
    focusNext(row.code);
  };
  return (
    <span className={styles["state"]}>
      {unsent === undefined ? (
        <Tag status={tagOf[row.state]}>{t.states[row.state]}</Tag>
      ) : (
        <Tag status="arrears">{t.unsent.mark}</Tag>
      )}
      <LastChange row={row} />
      {work.isOpen && (
        <form method="post" id={`baris-${row.code}`} onSubmit={save}>
          <OperationField id={operationOf(work.operation, row.code)} />
          <RowFields row={row} />
          <input type="hidden" name="terlihat" value={row.stand} />
          <Button small look="plain" name="aksi" value="simpan" aria-label={t.save(row.name)}>
            {t.saveShort}
          </Button>
        </form>
      )}
      {work.isOpen && row.state === "awaiting" && <Settle row={row} work={work} />}
    </span>
  );
}

/** One for each row out of the page's own, so that a row sent twice is one. */
const operationOf = (operation: string, code: string): string =>
  operation.slice(0, 24) + code.replaceAll(/\D/g, "").padStart(12, "0").slice(-12);

const RowFields = ({ row }: { readonly row: TableRow }) => (
  <>
    <input type="hidden" name="desa" value={row.code} />
    <input type="hidden" name="nama" value={row.name} />
  </>
);

function Settle({ row, work }: { readonly row: TableRow; readonly work: RowWork }) {
  const t = useTexts(meetingTableTexts);
  const settle = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    work.onSettle(row, submitter?.getAttribute("value") === "paraf" ? "paraf" : "urungkan");
  };
  return (
    <form method="post" onSubmit={settle}>
      <RowFields row={row} />
      <Button small look="plain" name="aksi" value="paraf">
        {t.onPaper}
      </Button>
      <Button small look="plain" name="aksi" value="urungkan">
        {t.undo}
      </Button>
    </form>
  );
}

function LastChange({ row: { changes } }: { readonly row: TableRow }) {
  const t = useTexts(meetingTableTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const say = ({ kind, byRole, at, rupiah }: (typeof changes)[number]) => {
    const what = Object.hasOwn(t.kinds, kind) ? t.kinds[kind as keyof typeof t.kinds] : kind;
    const said = t.change(what, roles[byRole], formatTime(language, new Date(at)));
    return rupiah === null ? said : `${said}: ${formatRupiah(language, rupiah)}`;
  };
  const [last, ...before] = changes;
  if (last === undefined) return null;
  if (before.length === 0) return <small className="quiet">{say(last)}</small>;
  return (
    <details>
      <summary>
        <small className="quiet">{say(last)}</small>
      </summary>
      <ul aria-label={t.changes}>
        {before.map((change) => (
          <li key={change.at + change.kind}>
            <small>{say(change)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Enter goes on to the village beneath. */
function focusNext(code: string): void {
  const all = [...document.querySelectorAll<HTMLInputElement>('input[id^="orang-"]')];
  const at = all.findIndex(({ id }) => id === `orang-${code}`);
  all[at + 1]?.focus();
}
