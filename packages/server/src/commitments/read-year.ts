import {
  accountsByLaw,
  type Commitment,
  commitmentGroups,
  type CommitmentState,
  hasGroup,
  type Heads,
  isOffice,
  noCommitment,
  type PricedHeads,
  priceHeads,
  publicStatus,
  type PublicStatus,
  type Stages,
  stagesOf,
  stateOfVillage,
  statusOfVillage,
  type VillageKind,
  withBooked,
  withPeople,
} from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import { kindOfCode, type RegionCode } from "@tuwai/domain/regions";
import type { CivilDate } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { listBooked } from "./booked.view.ts";
import { type CommitmentRow, listCommitmentRows } from "./commitment.store.ts";
import { headsOfCity, headsOfVillage } from "./count-city.ts";
import { listVillages } from "./village.view.ts";
import { findYear, listNeedCounts, listRules, type NeedCount } from "./year.store.ts";

/** A commitment with what was paid of it: as the books have it where anything is booked, beside what the village typed. */
export type StandingCommitment = CommitmentRow & {
  readonly typed: Pick<CommitmentRow, "paid" | "state">;
  readonly booked: number | null;
};

/** One group of one village: who is in it, what they need, and what was promised. */
export type GroupNeed = {
  readonly group: Group;
  readonly isApplicable: boolean;
  readonly heads: Heads;
  /** How many the register has, where the village counted otherwise. */
  readonly counted: NeedCount | null;
  readonly registered: number;
  /** Undefined where no law says a price for the year. */
  readonly need: PricedHeads | undefined;
  readonly commitment: StandingCommitment | null;
  readonly status: PublicStatus;
  readonly stages: Stages;
};

export type VillageCommitments = Stages & {
  readonly villageCode: RegionCode;
  readonly kecamatanCode: string;
  readonly name: string;
  readonly kind: VillageKind;
  readonly groups: readonly GroupNeed[];
  readonly need: number;
  readonly heads: number;
  readonly promisedHeads: number;
  readonly state: CommitmentState;
  readonly status: PublicStatus;
  readonly changedAt: Date | null;
};

export type CommitmentYear = {
  readonly year: number;
  readonly isOpen: boolean;
  readonly lockedAt: Date | null;
  readonly rules: ReadonlyMap<string, string>;
  readonly villages: readonly VillageCommitments[];
};

type Asked = {
  readonly year: number;
  readonly villageCode?: string | null;
  /** Only the groups that hold an office, as a meeting of villages asks. */
  readonly officesOnly?: boolean;
  /** Only these groups, so that sums are over them. */
  readonly groups?: readonly Group[];
};

export const kindOfVillage = (code: RegionCode): VillageKind =>
  kindOfCode(code) === "kelurahan" ? "kelurahan" : "desa";

/** The code under which a group is budgeted, by law or as the city decided; null where nobody did. */
export const accountFor = (
  rules: ReadonlyMap<string, string>,
  kind: VillageKind,
  group: Group,
): string | null =>
  rules.get(`account-${kind}-${group}`) ?? (kind === "desa" ? (accountsByLaw[group] ?? null) : null);

/** Everything of a year within the reader's area in one look: need by the register, promises, budgets, money. Silence is named. */
export async function readYear(step: Step, asked: Asked): Promise<CommitmentYear> {
  const { tx, actor, area, today } = step;
  const { year, villageCode = null } = asked;
  const [places, found, booked, counts, known, rules] = [
    await listVillages(tx, area, villageCode),
    await listCommitmentRows(tx, { area, year, villageCode }),
    await listBooked(tx, { area, year }),
    await listNeedCounts(tx, area, year),
    await findYear(tx, actor.regionCode, year),
    await listRules(tx, actor.regionCode),
  ];
  const isOne = villageCode !== null || area.villageCode !== null;
  const people = isOne
    ? await headsOfVillage(step, villageCode ?? area.villageCode!)
    : await headsOfCity(step);
  const lockedAt = known?.lockedAt ?? null;
  const rows = found.map((row) => standingRow(row, booked.get(row.id) ?? null));
  const promises = Map.groupBy(rows, (row) => row.villageCode);
  const told = Map.groupBy(counts, (count) => count.villageCode);
  const villages = places.map(({ code, kecamatanCode, name }) => {
    const kind = kindOfVillage(code);
    const own = { own: promises.get(code) ?? [], told: told.get(code) ?? [] };
    const heads = people.get(code) ?? new Map<Group, Heads>();
    const groups = commitmentGroups
      .filter((group) => asked.officesOnly !== true || isOffice(group))
      .filter((group) => asked.groups === undefined || asked.groups.includes(group))
      .map((group) => groupNeed({ year, kind, group, heads, ...own, today }));
    return { villageCode: code, kecamatanCode, name, kind, groups, ...sumsOf(groups) };
  });
  return { year, isOpen: known !== undefined, lockedAt, rules, villages };
}

type PricedAs = Pick<Commitment, "kind" | "year" | "group">;
const prices = new WeakMap<Heads, Map<string, PricedHeads | undefined>>();

/** What these heads cost for a year; heads that are kept have their price kept with them. */
function priceOf(heads: Heads, { kind, year, group }: PricedAs): PricedHeads | undefined {
  const known = prices.get(heads) ?? new Map<string, PricedHeads | undefined>();
  prices.set(heads, known);
  const as = `${kind} ${year} ${group}`;
  if (!known.has(as)) known.set(as, priceHeads({ kind, year, months: 12, group, wages: heads.wages }));
  return known.get(as);
}

const nobody: Heads = { people: 0, protectedBy: {}, unprotected: 0, wages: [], twice: 0 };

function groupNeed({
  year,
  kind,
  group,
  heads,
  told,
  own,
  today,
}: {
  readonly year: number;
  readonly kind: VillageKind;
  readonly group: Group;
  readonly heads: ReadonlyMap<Group, Heads>;
  readonly told: readonly NeedCount[];
  readonly own: readonly StandingCommitment[];
  readonly today: CivilDate;
}): GroupNeed {
  const registered = heads.get(group) ?? nobody;
  const counted = told.find((count) => count.group === group) ?? null;
  const stands = counted === null || counted.people === null;
  const now = stands ? registered : withPeople(registered, counted.people);
  const row = own.find((one) => one.group === group) ?? null;
  const commitment = asCommitment(row, { kind, year, group });
  return {
    group,
    isApplicable: hasGroup(kind, group),
    heads: now,
    counted: stands ? null : counted,
    registered: registered.people,
    need: priceOf(now, { kind, year, group }),
    commitment: row,
    status: publicStatus(commitment, today),
    stages: stagesOf(commitment),
  };
}

function standingRow(row: CommitmentRow, booked: number | null): StandingCommitment {
  const of = { kind: kindOfVillage(row.villageCode), year: row.year, group: row.group };
  const { paid, state } = withBooked(asCommitment(row, of), booked);
  return { ...row, paid, state, typed: { paid: row.paid, state: row.state }, booked };
}

/** The row as its rules read it. */
export function asCommitment(
  row: CommitmentRow | null,
  of: Pick<Commitment, "kind" | "year" | "group">,
  isLocked = false,
): Commitment {
  if (row === null) return { ...noCommitment(of), isLocked };
  const { draftBudget, draftRupiah } = row;
  const draft =
    draftBudget === null || draftRupiah === null ? null : { budget: draftBudget, amount: draftRupiah };
  return { ...row, ...of, isLocked, draft };
}

function sumsOf(groups: readonly GroupNeed[]) {
  const sum = (of: (group: GroupNeed) => number) => groups.reduce((all, group) => all + of(group), 0);
  const rows = groups.flatMap(({ commitment }) => commitment ?? []);
  const changes = rows.map(({ changedAt }) => changedAt).toSorted((a, b) => a.getTime() - b.getTime());
  return {
    need: sum(({ need }) => need?.total ?? 0),
    heads: sum(({ isApplicable, heads }) => (isApplicable ? heads.unprotected : 0)),
    promised: sum(({ stages }) => stages.promised),
    budgeted: sum(({ stages }) => stages.budgeted),
    paid: sum(({ stages }) => stages.paid),
    promisedHeads: sum(({ stages, commitment }) => (stages.promised > 0 ? (commitment?.heads ?? 0) : 0)),
    state: stateOfVillage(rows.map(({ state }) => state)),
    status: statusOfVillage(groups.map(({ status }) => status)),
    changedAt: changes.at(-1) ?? null,
  };
}

export type CommitmentTotals = Stages & {
  readonly villages: number;
  readonly declared: number;
  readonly need: number;
  readonly heads: number;
  readonly promisedHeads: number;
  /** Who has said nothing; what they need is in no sum of promises. */
  readonly missing: readonly RegionCode[];
};

/** Over any villages, so that a kecamatan's and a city's sums are made alike. */
export function totalsOf(villages: readonly VillageCommitments[]): CommitmentTotals {
  const sum = (of: (village: VillageCommitments) => number) =>
    villages.reduce((all, village) => all + of(village), 0);
  const missing = villages.filter(({ state }) => ["belum", "rancangan", "ditarik"].includes(state));
  return {
    villages: villages.length,
    declared: villages.length - missing.length,
    need: sum(({ need }) => need),
    heads: sum(({ heads }) => heads),
    promised: sum(({ promised }) => promised),
    budgeted: sum(({ budgeted }) => budgeted),
    paid: sum(({ paid }) => paid),
    promisedHeads: sum(({ promisedHeads }) => promisedHeads),
    missing: missing.map(({ villageCode }) => villageCode),
  };
}
