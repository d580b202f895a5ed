import { priceHeads } from "@tuwai/domain/commitments";
import { spreadPromise } from "@tuwai/domain/meetings";
import { jakartaDate } from "@tuwai/domain/time";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import { getVillageCommitments, type ShownVillage } from "@tuwai/server/commitments";
import { countHall, getHall, type HallVillage } from "@tuwai/server/meetings";
import { pricesOf } from "#commitments";
import { tabsOf } from "./tabs-of.ts";
import type { FillGroup, Typed } from "./fill-sums.ts";

export type FillPage = Awaited<ReturnType<typeof loadFill>>;

type Asked = {
  readonly meetingCode: string;
  /** By a printed card, which opens the pages of this meeting only. */
  readonly isCard: boolean;
};

/** Everything that a village sees of a meeting: its need, what stands for it, what may pay, and how far the hall is. */
export async function loadFill(app: App, actor: Actor, { meetingCode, isCard }: Asked) {
  const { meeting, villages, latest } = await getHall(app, actor, { meetingCode });
  const [village] = villages;
  if (village === undefined) throw new AppError("not-found", { object: "village" });
  const { villageCode, name, kind, need, heads } = village;
  const { year } = meeting;
  const known = await getVillageCommitments(app, actor, { villageCode, year });
  const groups = groupsOf(village, year);
  return {
    meeting: { ...meeting, day: jakartaDate(meeting.startsAt.getTime()) },
    villageCode,
    name,
    kind,
    groups,
    need,
    heads,
    listedOn: known.listedOn,
    isLocked: known.lockedAt !== null,
    sources: sourcesFor(known, groups),
    full: groups[0] === undefined ? [] : fullMonths(groups[0], { kind, year }),
    first: firstOf(village),
    standing: standingOf(village),
    rowState: village.rowState,
    objection: village.row?.objection ?? null,
    history: latest
      .filter((event) => event.villageCode === villageCode)
      .map(({ kind: what, details, at }) => ({ what, details, at: at.toISOString() })),
    hall: await countHall(app, actor, { meetingCode }),
    tabs: tabsOf(actor),
    operation: app.newId(),
    otherOperation: app.newId(),
    thirdOperation: app.newId(),
    isOwnAccount: !isCard,
  };
}

const groupsOf = ({ groups, kind }: HallVillage, year: number): readonly FillGroup[] =>
  groups
    .filter(({ isApplicable }) => isApplicable)
    .map((group) => ({
      group: group.group,
      unprotected: group.heads.unprotected,
      monthly: group.need?.monthly ?? 0,
      prices: pricesOf(group, { kind, year }),
    }));

type Priced = { readonly kind: HallVillage["kind"]; readonly year: number };

/** Months in which a new member's full death benefit holds, when one to twelve are paid. */
const fullMonths = ({ group }: FillGroup, of: Priced): readonly number[] =>
  Array.from(
    { length: 12 },
    (_, at) => priceHeads({ ...of, group, months: at + 1, wages: [null] })?.fullCoverMonths ?? 0,
  );

/** The sources with what the rules say of the groups that are asked for. */
const sourcesFor = ({ sources }: ShownVillage, groups: readonly FillGroup[]) =>
  sources.map(({ source, answers }) => {
    const own = answers.filter(({ group }) => groups.some((one) => one.group === group));
    const of = (verdict: string) => own.filter((one) => one.verdict === verdict).map(({ group }) => group);
    return { source, groups: own.length, barred: of("barred"), check: of("check") };
  });

/** What the form holds at first: what stands for the village, or what the register suggests. */
function firstOf({ groups, heads, kind }: HallVillage): Typed {
  const rows = groups.flatMap(({ commitment }) =>
    commitment !== null && !["belum", "ditarik"].includes(commitment.state) ? [commitment] : [],
  );
  const said = rows.reduce((sum, row) => sum + row.heads, 0);
  const [row] = rows;
  return {
    orang: String(said > 0 ? said : heads),
    bulan: String(row?.months ?? 12),
    sumber: row?.source ?? (kind === "kelurahan" ? "apbd" : ""),
    alasan: "",
    yakin: false,
    bagi: isSpreadByItself(groups, said)
      ? {}
      : Object.fromEntries(rows.map((row) => [row.group, String(row.heads)])),
  };
}

/** Nobody said of any group how many: then the form says so too. */
function isSpreadByItself(groups: HallVillage["groups"], said: number): boolean {
  const open = groups.filter(({ isApplicable }) => isApplicable);
  const spread = spreadPromise(
    said,
    open.map(({ group, heads }) => ({ group, unprotected: heads.unprotected })),
  );
  const own = (group: string) => open.find((one) => one.group === group)?.commitment?.heads ?? 0;
  return spread.outcome === "spread" && spread.lines.every(({ group, heads }) => own(group) === heads);
}

/** What the village promised, where it is more than a draft. */
function standingOf({ groups, promised, promisedHeads, row }: HallVillage) {
  const [first] = groups.flatMap(({ commitment, stages }) => (stages.promised > 0 ? commitment! : []));
  if (first === undefined) return null;
  const at = groups.flatMap(({ commitment }) => commitment?.changedAt.getTime() ?? []);
  return {
    rupiah: promised,
    heads: promisedHeads,
    months: first.months,
    source: first.source,
    at: new Date(Math.max(...at)).toISOString(),
    confirmedAt: row?.typedAt == null ? null : (row.confirmedAt?.toISOString() ?? null),
  };
}
