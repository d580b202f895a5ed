import { type ReactElement, useState } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { meetingTableTexts } from "#language/meeting-table.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, EmptyState, FilterBar, Notice, optionsOf, SelectField, TextField } from "#ui";
import type { TableNow, TablePage, TableRow } from "./load-table.ts";
import { QueueCards } from "./queue-cards.tsx";
import { type Draft, villageOf } from "./row-draft.ts";
import { type RowWork, TableRows } from "./table-rows.tsx";
import { type Desk, useDesk } from "./use-desk.ts";
import type { Waiting } from "./use-queue.ts";

type Asked = { readonly kecamatan: string; readonly state: string };
type Props = { readonly page: TablePage; readonly asked: Asked; readonly operation: string };

/** All villages for whoever types at the hall's table: rows are saved one by one, and wait here while the network is gone. */
export function OperatorTable({ page, asked, operation }: Props): ReactElement {
  const t = useTexts(meetingTableTexts);
  const desk = useDesk(page);
  const { now, queue, save } = desk;
  const [shown, setShown] = useState(asked);
  const rows = now.rows.filter((row) => isShown(row, shown, page));
  const typedFor = (item: Waiting, more: { readonly seen: string; readonly yakin: boolean }) => {
    const row = now.rows.find(({ code }) => code === item.village);
    if (row !== undefined) save(row, draftOf(item), more);
  };
  const work: RowWork = {
    operation,
    isOpen: now.state === "open",
    drafts: desk.drafts,
    waiting: queue.items,
    onDraft: desk.keep,
    onSave: save,
    onSettle: (row, aksi) => void desk.settle(row, aksi),
  };
  return (
    <>
      <Totals now={now} />
      <Objections rows={now.rows} />
      <QueueCards
        queue={queue}
        onTake={(item) => typedFor(item, { seen: item.conflict?.stand ?? "", yakin: item.yakin })}
        onSure={(item) => typedFor(item, { seen: item.seen, yakin: true })}
      />
      <JustNow desk={desk} />
      {now.state === "open" ? <p className="hint">{t.hint}</p> : <Notice>{t.notOpen}</Notice>}
      <Filters page={page} shown={shown} onShow={setShown} />
      {page.isLocked && (
        <TextField
          name="alasan"
          label={t.reason}
          hint={t.reasonHint}
          value={desk.reason}
          onChange={(event) => desk.setReason(event.currentTarget.value)}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState title={t.filters.none} />
      ) : (
        <TableRows page={page} rows={rows} work={work} />
      )}
    </>
  );
}

function Totals({ now: { totals } }: { readonly now: TableNow }) {
  const t = useTexts(meetingTableTexts);
  const language = useLanguage();
  const { declared, villages, promised, need } = totals;
  return (
    <p className="page-lead">
      {t.lead(
        formatNumber(language, declared),
        formatNumber(language, villages),
        formatRupiah(language, promised),
        formatRupiah(language, need),
      )}
    </p>
  );
}

/** What was done last, and the way back from it. */
function JustNow({ desk: { said, last, settle } }: { readonly desk: Desk }) {
  const t = useTexts(meetingTableTexts);
  const language = useLanguage();
  return (
    <>
      {said !== null && (
        <Notice tone="ok" announce>
          {said}
        </Notice>
      )}
      {last !== null && (
        <p>
          {t.last(last.name, formatRupiah(language, last.rupiah))}{" "}
          <Button
            type="button"
            look="plain"
            small
            onClick={() => void settle({ code: last.village, name: last.name }, "urungkan")}
          >
            {t.undoLast}
          </Button>
        </p>
      )}
    </>
  );
}

function isShown(row: TableRow, { kecamatan, state }: Asked, page: TablePage): boolean {
  if (state !== "" && row.state !== state) return false;
  return kecamatan === "" || villageOf(page, row.code).kecamatanCode === kecamatan;
}

function Objections({ rows }: { readonly rows: readonly TableRow[] }) {
  const t = useTexts(meetingTableTexts);
  const against = rows.filter(({ objection }) => objection !== null);
  if (against.length === 0) return null;
  return (
    <Notice tone="err" title={t.objections(String(against.length))} announce>
      <ul>
        {against.map(({ code, name, objection }) => (
          <li key={code}>
            <a href={`#orang-${code}`}>{t.objection(name, objection ?? "")}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type FiltersProps = {
  readonly page: TablePage;
  readonly shown: Asked;
  readonly onShow: (next: Asked) => void;
};

/** Chosen at once where the script runs, so that nothing is loaded anew while the network is gone. */
function Filters({ page, shown, onShow }: FiltersProps) {
  const t = useTexts(meetingTableTexts);
  const { filters } = t;
  return (
    <FilterBar>
      <SelectField
        name="kec"
        label={filters.kecamatan}
        value={shown.kecamatan}
        onChange={(event) => onShow({ ...shown, kecamatan: event.currentTarget.value })}
        options={[{ value: "", label: filters.all }, ...page.kecamatan]}
      />
      <SelectField
        name="keadaan"
        label={filters.state}
        value={shown.state}
        onChange={(event) => onShow({ ...shown, state: event.currentTarget.value })}
        options={[{ value: "", label: filters.all }, ...optionsOf(t.states)]}
      />
    </FilterBar>
  );
}

const draftOf = ({ orang, bulan, sumber }: Waiting): Draft => ({ orang, bulan, sumber });
