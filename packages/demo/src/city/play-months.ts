import { lastDay, type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import type { App } from "@tuwai/server/app";
import { type CivilServant, listCivilServants } from "@tuwai/server/sponsors";
import { drainToEmpty, passTo } from "@tuwai/server/work";
import { openBpjs } from "./bpjs-office.ts";
import { type CityBook, keepBook, type PlayedMonth } from "./city-book.ts";
import { endorseLists, enrolVillageOfficers, findPayers, sendPackets, signPledges } from "./live-enrol.ts";
import { giveAlms } from "./live-alms.ts";
import { followClaims } from "./live-claims.ts";
import { followFamilies } from "./live-families.ts";
import { tellAccidents } from "./live-incidents.ts";
import { endPledges, tellLives } from "./live-lives.ts";
import { correctReceipts, enterBills, payBpjs } from "./live-payments.ts";
import { publishRelease } from "./live-releases.ts";
import { runPayroll, transferDeductions } from "./live-payroll.ts";
import { answerDecisions } from "./live-follow-ups.ts";
import { followPromises } from "./live-promises.ts";
import { finishRakor, holdRakor, prepareRakor } from "./live-rakor.ts";
import { answerBills, closeBooks, reconcile, tryAgain } from "./live-reconcile.ts";
import { inArrears, reportMonth } from "./played-month.ts";
import { dayOf } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

export type Play = {
  readonly folder: string;
  readonly book: CityBook;
  /** Codes of the villages whose lists are in, in the order in which they endorse. */
  readonly villages: readonly string[];
  readonly tell: (line: string) => void;
  /** The month whose work is left half done for whoever looks; none where the play goes on. */
  readonly shown: Month | null;
};

type Step = {
  readonly day: number;
  readonly name: string;
  readonly act: (stage: Stage, of: Cast) => Promise<unknown>;
};
type Cast = Pick<Play, "villages"> & { readonly servants: readonly CivilServant[] };

/** A month of the programme; what BPJS receives is due on the 15th. Between the days lie nights, whose work is done. */
const steps: readonly Step[] = [
  { day: 3, name: "lists", act: (stage, { villages }) => endorseLists(stage, villages) },
  { day: 3, name: "pledges", act: (stage, { servants }) => signPledges(stage, servants) },
  { day: 4, name: "packets", act: (stage) => enrolAll(stage) },
  { day: 8, name: "answers", act: (stage) => answerPackets(stage) },
  { day: 8, name: "bills", act: (stage) => enterBills(stage) },
  { day: 9, name: "payroll", act: (stage) => runPayroll(stage) },
  { day: 9, name: "transfers", act: (stage) => transferDeductions(stage) },
  { day: 13, name: "payments", act: (stage) => payBpjs(stage) },
  { day: 17, name: "corrections", act: (stage) => correctReceipts(stage) },
  { day: 17, name: "differences", act: (stage) => reconcile(stage) },
  { day: 17, name: "lives", act: (stage) => tellLives(stage) },
  { day: 17, name: "accidents", act: (stage) => tellAccidents(stage) },
  { day: 17, name: "pledges-ended", act: (stage) => endPledges(stage) },
  { day: 17, name: "rakor-prepared", act: (stage) => prepareRakor(stage) },
  { day: 18, name: "rakor", act: (stage) => holdRakor(stage) },
  { day: 24, name: "release", act: (stage) => publishRelease(stage) },
  { day: 24, name: "claims", act: (stage) => followClaims(stage) },
  { day: 24, name: "families", act: (stage) => followFamilies(stage) },
  { day: 24, name: "alms", act: (stage) => giveAlms(stage) },
  { day: 24, name: "minutes", act: (stage) => finishRakor(stage) },
  { day: 24, name: "promises", act: (stage) => followPromises(stage) },
  { day: 24, name: "decisions", act: (stage) => answerDecisions(stage) },
  { day: 24, name: "books", act: (stage) => closeBooks(stage) },
  { day: 24, name: "work-tried-again", act: (stage) => tryAgain(stage) },
  { day: 24, name: "bills-answered", act: (stage) => answerBills(stage) },
];

/** In the month that is shown the smallest packet still waits for its answer. */
function answerPackets({ bpjs, month, isLast }: Stage): Promise<number> {
  return bpjs.answerPackets(`hasil-${month}.csv`, isLast ? 1 : 0);
}

async function enrolAll(stage: Stage): Promise<void> {
  await enrolVillageOfficers(stage);
  await findPayers(stage);
  await drainToEmpty(stage.app);
  await sendPackets(stage);
}

/**
 * The city lives through these months, by the use cases that people use: the clock moves, nights are worked, offices act. Months and
 * steps that are over are not played again; what is in hand when a process ends goes on in the next. Gives how each month ended.
 */
export async function playMonths(
  app: App,
  months: readonly Month[],
  play: Play,
): Promise<readonly PlayedMonth[]> {
  const cast = { villages: play.villages, servants: await listCivilServants(app) };
  const played: PlayedMonth[] = [];
  for (const month of months) played.push(await playMonth(app, month, { play, cast }));
  return played;
}

type Playing = { readonly play: Play; readonly cast: Cast };

async function playMonth(app: App, month: Month, { play, cast }: Playing): Promise<PlayedMonth> {
  const { book, folder } = play;
  const known = book.reports.find((report) => report.month === month);
  if (known !== undefined) return known;
  const stage = stageOf(app, month, { play, cast });
  const before = await inArrears(stage);
  const until = new Date(book.until);
  for (const step of steps) await playStep(stage, step, cast, until);
  const end = new Date(`${lastDay(month)}T17:00:00+07:00`);
  await passTo(app, end < until || play.shown !== month ? end : until);
  const report = await reportMonth(stage, before);
  book.reports.push(report);
  keepBook(folder, book);
  const { covered, due, grace, ended } = report;
  play.tell(`${month}: terlindungi ${covered + due}, menunggak ${grace}, berakhir ${ended}`);
  return report;
}

function stageOf(app: App, month: Month, { play, cast }: Playing): Stage {
  const { book, folder, tell } = play;
  const index = indexOf(book, month);
  const office = cast.servants[0]?.office ?? "-";
  const grown = Math.min(1, (index + 1) / Math.max(1, Math.round(book.months * growing)));
  return {
    app,
    folder,
    book,
    bpjs: openBpjs({ app, folder, book }),
    month,
    index,
    grown,
    isLast: month === play.shown,
    shownOffice: office,
    tell,
  };
}

/** In how much of the play everything that grows has grown. */
const growing = 0.6;

function indexOf({ first }: CityBook, month: Month): number {
  let index = 0;
  while (shiftMonth(first, index) < month) index += 1;
  return index;
}

async function playStep(stage: Stage, { day, name, act }: Step, cast: Cast, until: Date): Promise<void> {
  const { app, book, month } = stage;
  const morning = new Date(`${dayOf(month, day)}T09:00:00+07:00`);
  const key = `${month}/${name}`;
  const isOver = book.done.includes(key) || app.clock.now() > morning;
  if (isOver || (stage.isLast && morning > until)) return;
  await passTo(app, morning);
  await act(stage, cast);
  await drainToEmpty(app);
  book.done.push(key);
  keepBook(stage.folder, book);
}

/** The months a play of so many lasts, the last of which is the month of that moment. */
export function monthsUntil(until: Date, count: number): readonly Month[] {
  const last = monthOf(until.toISOString().slice(0, 10) as never);
  return Array.from({ length: count }, (_, at) => shiftMonth(last, at + 1 - count));
}
