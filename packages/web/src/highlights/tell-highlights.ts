import {
  changeOver,
  furthestBehind,
  monthlyPace,
  mostImproved,
  neededPace,
  outlookOf,
} from "@tuwai/domain/dashboards";
import { whenEveryone } from "@tuwai/domain/forecast";
import { type Month, shiftMonth } from "@tuwai/domain/time";
import type { Permission } from "@tuwai/server/access";
import type { Highlights } from "@tuwai/server/dashboards";
import { type Charted, fewestRanked, sayings, wholeOf } from "#dashboards";
import { formatMonth, formatRupiah } from "#language/format.ts";
import { highlightTexts } from "#language/highlights.ts";
import type { Language } from "#language/language.ts";

export type Told = ReturnType<typeof tellHighlights>;

/** By when all are to be covered, until the city sets a year of its own. */
const unconfirmedYear = 2029;
const helped = 3;
const monthsOfPace = 3;

/** The city in words and finished numbers, for the page, the wall and a speech alike. */
export function tellHighlights({ dashboard, told }: Highlights, city: string, language: Language) {
  const charted: Charted = { dashboard, language };
  const basis = basisOf(charted);
  return {
    ...basis,
    city,
    when: highlightTexts[language].when(formatMonth(language, dashboard.lastMonth)),
    month: formatMonth(language, dashboard.lastMonth),
    headline: headlineOf(charted, basis),
    source: sourceOf(charted, basis),
    help: helpOf(charted),
    money: moneyOf(charted),
    decisions: decisionsOf(charted),
    arrears: arrearsOf(charted),
    told: toldOf(told, charted, basis),
  };
}

/** The numbers themselves, before any word. */
export function basisOf({ dashboard }: Charted) {
  const { months, lastMonth, estimate, forecast } = dashboard;
  const now = months.find(({ month }) => month === lastMonth);
  const covered = now?.covered ?? 0;
  const listed = now?.listed ?? 0;
  const of = Math.max(covered, estimate?.middle ?? listed);
  const target = forecast?.target;
  const until = target?.by ?? (`${unconfirmedYear}-12` as Month);
  const year = Number(until.slice(0, 4));
  const percentAimed = target?.percent ?? 100;
  const aim = Math.ceil((of * percentAimed) / 100);
  const pace = monthlyPace(months, lastMonth);
  const change = changeOver(months, lastMonth, monthsOfPace);
  // Where the fan ends before the target, or is not drawn, the present pace goes on.
  const drawn = forecast?.fan?.find(({ month }) => month === until)?.median ?? null;
  return {
    covered,
    listed,
    of,
    estimate,
    share: of === 0 ? null : (covered / of) * 100,
    change,
    year,
    isConfirmed: target?.confirmed ?? false,
    percentAimed,
    aim,
    until,
    pace,
    needed: neededPace({ covered, aim, from: lastMonth, until }),
    outlook: outlookOf({ covered, everyone: of, median: drawn, pace, from: lastMonth, until }),
    fan: drawn === null ? null : forecast!.fan,
    // The answer of the forecast's page, or the same function where there is no forecast.
    all:
      forecast === null
        ? whenEveryone({ covered, everyone: of, from: lastMonth }, (change ?? 0) / monthsOfPace)
        : forecast.everyoneIn,
  };
}
export type Basis = ReturnType<typeof basisOf>;

function headlineOf(charted: Charted, { share, estimate, pace, needed }: Basis): string {
  const t = highlightTexts[charted.language].headline;
  const { percent } = sayings(charted);
  if (share === null) return t.none;
  const say = estimate === null ? t.listed : t.estimate;
  const first = say(String(Math.round(share)));
  if (pace === null || needed === null || estimate === null) return first;
  if (pace < 0) return first + t.falling;
  if (pace === 0) return first + (needed === 0 ? t.enough : t.still);
  return first + (pace >= needed ? t.enough : t.slow(percent((pace / needed) * 100)));
}

function sourceOf(charted: Charted, { covered, listed, estimate, change }: Basis): string {
  const t = highlightTexts[charted.language];
  const { number, day } = sayings(charted);
  const of =
    estimate === null
      ? t.ofListed(number(covered), number(listed))
      : t.ofEstimate(number(covered), number(estimate.middle), number(estimate.low), number(estimate.high));
  const moved =
    change === null
      ? []
      : [
          change === 0
            ? t.change.same
            : change > 0
              ? t.change.up(number(change))
              : t.change.down(number(-change)),
        ];
  return [of, ...moved, t.read(day(charted.dashboard.today))].join(" ");
}

/** Who has the smallest part covered, with why where something waits; and who gained most. */
function helpOf(charted: Charted) {
  const { dashboard, language } = charted;
  const t = highlightTexts[language].help;
  const { number, percent } = sayings(charted);
  const standing = dashboard.villages.map((village) => ({ ...village, of: wholeOf(village) }));
  const byCode = new Map(dashboard.villages.map((village) => [village.code, village]));
  const nameOf = (code: string) => byCode.get(code)!.name;
  return {
    villages: number(dashboard.villages.length),
    rows: furthestBehind(standing, fewestRanked, 5).map(({ code, percent: share, open }) => {
      const village = byCode.get(code)!;
      const why = (["list", "import", "budget"] as const).find((name) => village.waits[name] !== undefined);
      return {
        code,
        name: village.name,
        kecamatan: village.kecamatan,
        kecamatanCode: village.kecamatanCode,
        share,
        shareText: percent(share),
        note: [t.open(number(open)), ...(why === undefined ? [] : [t.whys[why]])].join(", "),
      };
    }),
    best: mostImproved(standing, fewestRanked, helped).map(({ code, points }) => ({
      name: nameOf(code),
      text: t.points(String(points)),
    })),
  };
}

/** Of the last complete month, three words that are never one. */
function moneyOf(charted: Charted) {
  const { dashboard, language } = charted;
  const t = highlightTexts[language].money;
  const { number } = sayings(charted);
  const now = dashboard.money.find(({ month }) => month === dashboard.lastMonth);
  if (now === undefined || now.owed === 0) return { title: t.none, rows: [] };
  const rupiah = (value: number) => formatRupiah(language, value);
  const gap = Math.max(0, now.owed - now.received);
  const paid = now.remitted ?? now.received;
  const month = formatMonth(language, dashboard.lastMonth);
  return {
    title: gap === 0 ? t.full(month) : t.title(month, rupiah(gap)),
    rows: [
      { name: t.promised, text: rupiah(now.owed), share: 100, note: t.workers(number(now.owedWorkers)) },
      {
        name: t.paid,
        text: rupiah(paid),
        share: Math.min(100, (paid / now.owed) * 100),
        note: paid >= now.owed ? t.done : t.unpaid(rupiah(now.owed - paid)),
      },
      {
        name: t.received,
        text: rupiah(now.received),
        share: Math.min(100, (now.received / now.owed) * 100),
        note: gap === 0 ? t.done : t.unreceived(rupiah(gap)),
      },
    ],
  };
}

/** What only who leads the city can move: budgets, rescues, families that wait. */
function decisionsOf(charted: Charted) {
  const { dashboard, language } = charted;
  const t = highlightTexts[language].decisions;
  const { number, short, day } = sayings(charted);
  const asked = dashboard.promises.at(-1);
  const year = String(asked?.year ?? dashboard.today.slice(0, 4));
  const gap = asked === undefined ? 0 : Math.max(0, asked.need - asked.budgeted);
  const { budget, rescue, claim } = dashboard.waits;
  return [
    {
      name: "budget",
      path: `/anggaran/komitmen?tahun=${year}&kelompok=semua&keadaan=belum-dianggarkan`,
      needs: "village_commitment.read",
      number: number(budget?.count ?? 0),
      text: t.budget.text(number(dashboard.villages.length), year),
      note: t.budget.note(short(gap)),
    },
    {
      name: "rescue",
      path: "/kepesertaan/tunggakan",
      needs: "arrears.read",
      number: number(rescue?.count ?? 0),
      text: t.rescue.text,
      note: t.rescue.note(number(dashboard.stages.arrears?.people ?? 0)),
    },
    {
      name: "claim",
      path: "/klaim",
      needs: "claim.list",
      number: number(claim?.count ?? 0),
      text: t.claim.text,
      note:
        claim?.since === undefined || claim.since === null
          ? t.claim.noteNone
          : t.claim.note(day(claim.since)),
    },
  ] satisfies readonly Decision[];
}

type Decision = {
  readonly name: "budget" | "rescue" | "claim";
  readonly path: string;
  /** What its list asks of whoever opens it. */
  readonly needs: Permission;
  readonly number: string;
  readonly text: string;
  readonly note: string;
};

function arrearsOf(charted: Charted) {
  const { dashboard } = charted;
  const now = dashboard.months.find(({ month }) => month === dashboard.lastMonth);
  const owed = now === undefined ? 0 : now.covered + now.due + now.grace;
  return {
    people: dashboard.stages.arrears?.people ?? 0,
    leaving: dashboard.waits.rescue?.count ?? 0,
    onTime: now === undefined || owed === 0 ? null : (now.onTime / owed) * 100,
  };
}

/** The figure of speeches beside ours; nothing where nobody entered one. */
function toldOf(
  told: Highlights["told"],
  charted: Charted,
  { share }: Basis,
): readonly [string, string] | null {
  const t = highlightTexts[charted.language].other;
  const { percent } = sayings(charted);
  const latest = told?.latest;
  if (!latest || latest.percent === null || share === null) return null;
  const day = (asOf: string) => formatMonth(charted.language, asOf);
  const since = told?.unchangedSince ?? null;
  const first =
    since === null || since === latest.asOf
      ? t.toldOnce(percent(latest.percent), day(latest.asOf))
      : t.told(percent(latest.percent), day(since), day(latest.asOf));
  return [first, t.ours(percent(share))];
}

/** The three months that the pace is the average of. */
export const paceMonths = (last: Month): readonly [Month, Month] => [shiftMonth(last, -2), last];
