import { boardStates, type BoardSums } from "@tuwai/domain/meetings";
import type { Board } from "@tuwai/server/meeting-board";
import type { ReactElement, ReactNode } from "react";
import { formatClock, formatNumber, formatRupiah, formatShortRupiah } from "#language/format.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { BoardBar } from "./board-bar.tsx";
import styles from "./board.module.css";
import { SlowNames } from "./slow-names.tsx";
import { type Sign, StateSign } from "./state-sign.tsx";
import type { Unsent } from "./use-unsent.ts";

type SideProps = { readonly board: Board; readonly sums: BoardSums; readonly unsent: Unsent };

/** One number first, then the rupiah against the need, then what they are made of, then who. */
export function BoardSide({
  board,
  sums,
  unsent,
  isStill,
}: SideProps & { readonly isStill: boolean }): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const missing = board.villages
    .filter(({ state }) => state === "missing")
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b, "id"));
  const promisedHeads = board.villages.reduce((all, village) => all + village.promisedHeads, 0);
  return (
    <section className={styles["side"]} aria-label={t.sums} data-lines={linesOf(sums, unsent)}>
      <Headline board={board} sums={sums} />
      <div className={styles["money"]}>
        <p>
          <b>{formatRupiah(language, sums.promised)}</b>{" "}
          <span>{t.need(formatRupiah(language, sums.need))}</span>
        </p>
        <BoardBar sums={sums} />
        <Counts board={board} sums={sums} unsent={unsent} />
        {sums.standing > 0 && <p className={styles["people"]}>{t.people(number(promisedHeads))}</p>}
      </div>
      <Latest board={board} />
      <div className={styles["missing"]}>
        <h2>{missing.length === 0 ? t.nobodyWaited : t.waitedFor(number(missing.length))}</h2>
        {missing.length > 0 && <SlowNames names={missing} isStill={isStill} />}
      </div>
    </section>
  );
}

function Headline({ board, sums }: Pick<SideProps, "board" | "sums">): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const { standing, villages, counts } = sums;
  const last = board.latest[0];
  return (
    <div className={styles["big"]}>
      <p className={styles["number"]}>
        {number(standing)} <small>{t.of(number(villages))}</small>
      </p>
      <p className={styles["says"]}>
        {t.says}
        {counts.awaiting > 0 && <span>{t.awaitingOf(number(counts.awaiting))}</span>}
        {standing === 0 && <span>{t.waitingFirst}</span>}
        {standing === villages && counts.awaiting === 0 && last !== undefined && (
          <span>{t.all(formatClock(language, new Date(last.at)))}</span>
        )}
      </p>
    </div>
  );
}

/** Declared and missing are always said, also as nought; the others where there are any. */
const saidStates = ({ counts }: BoardSums) =>
  boardStates.filter((state) => state === "declared" || state === "missing" || counts[state] > 0);

/** How many lines the counts take: the lists beneath give way to them. */
const linesOf = (sums: BoardSums, unsent: Unsent): number =>
  saidStates(sums).length + Number(sums.less.villages > 0) + Number(unsent.size > 0);

/** The parts of the bar in words; they add up to all villages and to the need. */
function Counts({ sums, unsent }: SideProps): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const money = (rupiah: number) => formatShortRupiah(language, rupiah);
  return (
    <ul className={styles["counts"]}>
      {saidStates(sums).map((state) => (
        <Count
          key={state}
          sign={state}
          n={sums.counts[state]}
          {...t.counts[state]}
          amount={money(sums.rupiah[state])}
          {...(state === "declared" || state === "awaiting" ? {} : { before: t.needs })}
        />
      ))}
      {sums.less.villages > 0 && (
        <Count
          sign="less"
          n={sums.less.villages}
          short={t.less}
          long={t.lessLong}
          before={t.lacks}
          amount={money(sums.less.rupiah)}
        />
      )}
      {unsent.size > 0 && (
        <Count sign="unsent" n={unsent.size} short={t.unsent} long={t.unsentLong} amount={t.notCounted} />
      )}
    </ul>
  );
}

type CountProps = {
  readonly sign: Sign;
  readonly n: number;
  readonly short: string;
  /** Only where there is room. */
  readonly long: string;
  readonly before?: string;
  readonly amount: ReactNode;
};

function Count({ sign, n, short, long, before, amount }: CountProps): ReactElement {
  const language = useLanguage();
  return (
    <li>
      <StateSign sign={sign} />
      <span>
        <b>{formatNumber(language, n)}</b> {short} <i>{long}</i>
      </span>
      <em>
        {before !== undefined && <i>{before} </i>}
        {amount}
      </em>
    </li>
  );
}

function Latest({ board }: Pick<SideProps, "board">): ReactElement | null {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const villages = new Map(board.villages.map((village) => [village.code, village]));
  if (board.latest.length === 0) return null;
  return (
    <div className={styles["latest"]}>
      <h2>{t.latest}</h2>
      <ul className={styles["list"]}>
        {board.latest.map(({ village: code, at }) => {
          const village = villages.get(code);
          return (
            village !== undefined && (
              <li key={code}>
                <StateSign sign={village.state} />
                <span>{village.name}</span>
                <b>{formatRupiah(language, village.promised)}</b>
                <time dateTime={new Date(at).toISOString()}>{formatClock(language, new Date(at))}</time>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
