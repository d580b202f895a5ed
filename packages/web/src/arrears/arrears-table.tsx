import { daysBetween, monthOf, parseCivilDate } from "@tuwai/domain/time";
import type { ListedArrears } from "@tuwai/server/arrears";
import { arrearsTexts } from "#language/arrears.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth, formatRupiah, formatShortDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Table } from "#ui";

type Row = ReturnType<typeof showRow>;

/** A row with its village's name and the days left to the stricter last day; below zero once it is past. */
export function showRow(row: ListedArrears, today: string, names: ReadonlyMap<string, string>) {
  const { villageCode } = row.person;
  return {
    ...row,
    village: villageCode === undefined ? "" : (names.get(villageCode) ?? villageCode),
    isOver: row.endsOn !== null && row.endsOn <= today,
    daysLeft: row.safeRescueDay === null ? null : daysBetween(parseCivilDate(today)!, row.safeRescueDay),
  };
}

/** Whoever has the fewest days left stands first. */
export function ArrearsTable({
  rows,
  caption,
  mayChoose,
  seesRescues,
}: {
  readonly rows: readonly Row[];
  readonly caption: string;
  /** Whether each row can be ticked, inside a form of the page. */
  readonly mayChoose: boolean;
  readonly seesRescues: boolean;
}) {
  const t = useTexts(arrearsTexts);
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ person: { code, name } }) => code ?? name ?? ""}
      columns={[
        { key: "person", head: t.columns.person, cell: (row) => <Person row={row} mayChoose={mayChoose} /> },
        { key: "left", head: t.columns.left, cell: (row) => <DaysLeft row={row} /> },
        { key: "why", head: t.columns.why, phone: "wide", cell: (row) => <Why row={row} /> },
        {
          key: "price",
          head: t.columns.price,
          cell: (row) => <Rescue row={row} seesRescues={seesRescues} />,
        },
        {
          key: "stake",
          head: t.columns.stake,
          cell: ({ naturalRupiah, accidentRupiah, isOver }) =>
            isOver ? (
              t.lost
            ) : (
              <>
                {rupiah(naturalRupiah)}
                <div className="quiet small">{t.accident(rupiah(accidentRupiah))}</div>
              </>
            ),
        },
      ]}
    />
  );
}

function Person({ row: { person, village }, mayChoose }: { readonly row: Row; readonly mayChoose: boolean }) {
  const occupations = useTexts(contributionTexts).occupations;
  const t = useTexts(arrearsTexts);
  const to = useLocalPath();
  const { code, name, occupationGroup } = person;
  const work = occupationGroup ? wordOf(occupations, occupationGroup) : "";
  const shown = (
    <>
      {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
      <div className="quiet small">{[work, village].filter((part) => part !== "").join(" · ")}</div>
    </>
  );
  if (!mayChoose || code === undefined) return shown;
  return (
    <div className="choice">
      <input type="checkbox" name="pekerja" value={code} aria-label={t.choose(name ?? code)} />
      <div>{shown}</div>
    </div>
  );
}

/** What saves the worker, what that costs at the least, and the rescue that is waited for. */
function Rescue({ row, seesRescues }: { readonly row: Row; readonly seesRescues: boolean }) {
  const t = useTexts(arrearsTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { arrearsRupiah, owedMonths, isOver, cheapest, rescueId, rescueWay, answerBy } = row;
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const { next } = cheapest;
  const owed = () => {
    if (isOver) return t.newRegistration;
    if (arrearsRupiah === null) return t.noPrice;
    return owedMonths === 0 ? t.nothingOwed : t.price(rupiah(arrearsRupiah), owedMonths);
  };
  const waits =
    rescueWay === null || answerBy === null
      ? null
      : t.beingRescued(t.ways[rescueWay], formatShortDate(language, answerBy));
  return (
    <>
      {owed()}
      {next !== null && (
        <div className="quiet small">{t.nextPayer(t.nextPayers[next.by], rupiah(next.monthly))}</div>
      )}
      {waits !== null && (
        <div className="small">
          {seesRescues ? <a href={to(`/kepesertaan/tunggakan/penyelamatan/${rescueId}`)}>{waits}</a> : waits}
        </div>
      )}
    </>
  );
}

function DaysLeft({ row }: { readonly row: Row }) {
  const t = useTexts(arrearsTexts);
  const language = useLanguage();
  const day = (date: string) => formatShortDate(language, date);
  const { safeRescueDay, lastRescueDay, endsOn, dueOn, daysLeft } = row;
  if (safeRescueDay === null || lastRescueDay === null || endsOn === null || daysLeft === null)
    return dueOn === null ? "" : t.wasDue(day(dueOn));
  if (row.isOver) return t.endedOn(day(endsOn));
  return (
    <>
      {daysLeft < 0 ? t.safeDayPast(day(safeRescueDay)) : t.until(day(safeRescueDay), daysLeft)}
      <div className="quiet small">{t.atLatest(day(lastRescueDay))}</div>
    </>
  );
}

function Why({ row: { cause, fundSource, payerUntil, paidUntil } }: { readonly row: Row }) {
  const t = useTexts(arrearsTexts);
  const sources = useTexts(contributionTexts).fundSources;
  const language = useLanguage();
  const since = payerUntil === null ? null : formatMonth(language, monthOf(payerUntil));
  return (
    <>
      {cause === "payer-ended" && since !== null ? t.payerEndedSince(since) : t.causes[cause]}
      <div className="quiet small">
        {fundSource === "nobody" ? t.nobody : sources[fundSource]} ·{" "}
        {t.paidUntil(formatMonth(language, monthOf(paidUntil)))}
      </div>
    </>
  );
}
