import {
  budgetOf,
  commitmentGroups,
  groupsOfPerson,
  type Protector,
  segmentOf,
  type VillageKind,
} from "@tuwai/domain/commitments";
import {
  type Candidate,
  type Choice,
  choosePeople,
  type Funded,
  isInForce,
  type StandingMonth,
} from "@tuwai/domain/fulfilment";
import type { Group } from "@tuwai/domain/grants";
import type { RegionCode } from "@tuwai/domain/regions";
import { month as asMonth, type Month, monthOf } from "@tuwai/domain/time";
import { type Head, kindOfVillage, listCommitmentRows, listHeads } from "#commitments";
import { type FundSource, type PricedAs, priceFor, readPricing } from "#contributions";
import { readPrecedence } from "#double-cover";
import type { Wadah } from "#enrolment";
import { type Candidate as Waiting, judgeFunding, type PayerReason } from "#matching";
import {
  asWageEarner,
  type JudgedOfficer,
  judgeOfficers,
  type OfficerReason,
  officersProgramme,
} from "#officers";
import type { Step } from "#use-case";
import { listStandingMonths } from "./standing.view.ts";
import { listPayerFacts, type PayerFacts } from "./village-payer.view.ts";

/** Why somebody is not enrolled from their village's budget. */
export type PersonReason = OfficerReason | PayerReason | "paid-elsewhere" | `protected-${Protector}`;

/** How an enrolment from the village's money would be made; null where one stands already or none can be. */
export type Entry = PricedAs & {
  readonly segment: "bpu" | "pu-village";
  readonly sector: "transport" | "other";
  readonly fundSource: FundSource;
  readonly wadah: Wadah;
  readonly programme: string;
};

export type Planned = {
  readonly head: Head;
  readonly choice: Choice<PersonReason>;
  readonly entry: Entry | null;
  /** The enrolment by which the village pays already. */
  readonly enrolmentId: string | null;
};

export type PeoplePlan = {
  readonly commitments: readonly Funded[];
  readonly people: readonly Planned[];
  readonly candidates: readonly Candidate<PersonReason>[];
  readonly standing: readonly StandingMonth[];
};

type Asked = { readonly villageCode: string; readonly year: number };

/** Everybody of the groups that a village has budgeted, with who would be enrolled from which line and why nobody else. */
export async function planPeople(
  { tx, area, today, actor }: Pick<Step, "tx" | "area" | "today" | "actor">,
  { villageCode, year }: Asked,
): Promise<PeoplePlan> {
  const kind = kindOfVillage(villageCode as RegionCode);
  const rows = await listCommitmentRows(tx, { area, year, villageCode });
  const commitments = rows.map((row): Funded => ({ ...row, budget: budgetOf(row) }));
  const groups = commitments.filter(isInForce).map(({ group }) => group);
  const standing = await listStandingMonths(
    tx,
    commitments.map(({ id }) => id),
  );
  const heads = (await listHeads(tx, area, villageCode)).flatMap((head) => {
    const own = inForceGroups(head, groups);
    return own.length === 0 ? [] : [{ head, groups: own }];
  });
  const thisMonth = monthOf(today);
  const first = asMonth(`${year}-01`);
  const from = first > thisMonth ? first : thisMonth;
  const known = await readKnown({ tx, area, today, actor }, { villageCode, from, kind, heads });
  const planned = heads.map((one) => ({ ...one, ...candidateOf(one, known) }));
  // Whoever needs it most first, then the highest wage, as the need is counted.
  const inOrder = planned.toSorted((a, b) => b.rank - a.rank);
  const candidates = inOrder.map(({ candidate }) => candidate);
  const choices = choosePeople({ people: candidates, commitments, standing, thisMonth });
  const people = inOrder.map(({ head, entry, enrolmentId }, at) => ({
    head,
    entry,
    enrolmentId,
    choice: choices[at]!,
  }));
  return { commitments, people, candidates, standing };
}

/** The groups of somebody that have a budget, as far as they are enrolled in the same way as the first. */
function inForceGroups({ targetGroup, position }: Head, groups: readonly Group[]): readonly Group[] {
  const own = groupsOfPerson(targetGroup, position).filter((group) => groups.includes(group));
  const [first] = own;
  return first === undefined ? [] : own.filter((group) => segmentOf(group) === segmentOf(first));
}

type Named = { readonly head: Head; readonly groups: readonly Group[] };
type Known = Awaited<ReturnType<typeof readKnown>>;

async function readKnown(
  step: Pick<Step, "tx" | "area" | "today" | "actor">,
  of: {
    readonly villageCode: string;
    readonly from: Month;
    readonly kind: VillageKind;
    readonly heads: readonly Named[];
  },
) {
  const { tx, area, actor } = step;
  const { villageCode, from, kind, heads } = of;
  const fundSource = kind === "desa" ? ("apbdes" as const) : ("apbd" as const);
  const facts = await listPayerFacts(tx, area, { villageCode, month: from });
  const ids = (isWageEarner: boolean) =>
    heads
      .filter(({ groups }) => (segmentOf(groups[0]!) === "pu-village") === isWageEarner)
      .map(({ head }) => head.personId);
  const officers = await judgeOfficers(step, ids(true));
  const others = await judgeFunding(step, ids(false), fundSource);
  const precedence = await readPrecedence(tx, actor.regionCode);
  const pricing = await readPricing(tx, actor.regionCode);
  return {
    fundSource,
    facts,
    from,
    officers: new Map(officers.map((one) => [one.personId, one])),
    others: new Map(others.map((one) => [one.personId, one])),
    // Where the city pays first, whoever has another payer is taken all the same, and asked about as paid twice.
    otherFirst: precedence.value === "other-first",
    wadah: pricing.enrolment[`wadah-for-${fundSource}`].value as Wadah,
    pricing,
  };
}

function candidateOf({ head, groups }: Named, known: Known) {
  const fact = known.facts.get(head.personId);
  const isPaidByVillage =
    fact?.enrolmentId != null && fact.fundSource === known.fundSource && !fact.isNamedPayer;
  const judged = isPaidByVillage ? paidAlready(fact) : judgeNew({ head, groups }, known);
  const reasons = isPaidByVillage
    ? []
    : [
        ...judged.reasons,
        ...(head.protectedBy === null ? [] : [`protected-${head.protectedBy}` as const]),
        ...(fact?.isPaidElsewhere === true && known.otherFirst ? (["paid-elsewhere"] as const) : []),
      ];
  const { priced } = judged;
  const candidate: Candidate<PersonReason> = {
    personId: head.personId,
    groups,
    isPaidByVillage,
    // Being paid for by another is said once, with whom.
    reasons: reasons.filter((reason) => reason !== "has-payer" || head.protectedBy === null),
    freeFrom: judged.freeFrom,
    priceIn: (month) => {
      if (priced === null) return null;
      const answer = priceFor(known.pricing, { ...priced, month });
      return answer.outcome === "priced" ? answer.price.total : null;
    },
  };
  const { rank, entry } = judged;
  return { candidate, rank, entry, enrolmentId: isPaidByVillage ? fact.enrolmentId : null };
}

type Judged = {
  readonly reasons: readonly PersonReason[];
  readonly freeFrom: Month | null;
  readonly priced: PricedAs | null;
  readonly entry: Entry | null;
  readonly rank: number;
};

/** Before everybody else: the village pays for them whatever is decided now. */
function paidAlready({ fundSource, sector, segment, wages, fromMonth }: PayerFacts): Judged {
  const priced =
    fundSource === null || sector === null || segment === null
      ? null
      : { fundSource, sector, segment, wages };
  return { reasons: [], freeFrom: fromMonth, priced, entry: null, rank: Number.MAX_SAFE_INTEGER };
}

function judgeNew({ head, groups }: Named, known: Known): Judged {
  if (segmentOf(groups[0]!) === "pu-village") return asOfficer(known.officers.get(head.personId), known);
  const found = known.others.get(head.personId);
  return asOther(found?.candidate, { reasons: found?.reasons ?? ["unknown-person"], known });
}

function asOfficer(found: JudgedOfficer | undefined, { from }: Known): Judged {
  const { officer, reasons = ["unknown-person"] } = found ?? {};
  const rupiah = officer?.wageRupiah ?? null;
  const entry =
    rupiah === null ? null : { ...asWageEarner, wages: [{ from: officer?.freeFrom ?? from, rupiah }] };
  return { reasons, freeFrom: officer?.freeFrom ?? null, priced: entry, entry, rank: rupiah ?? 0 };
}

/** Whom the village's own list of officers names needs no endorsement as one of the poor. */
const ofTheList: readonly PayerReason[] = ["not-endorsed", "village-pays"];

function asOther(
  candidate: Waiting | undefined,
  { reasons, known }: { readonly reasons: readonly PayerReason[]; readonly known: Known },
): Judged {
  if (candidate === undefined) return { reasons, freeFrom: null, priced: null, entry: null, rank: 0 };
  const isOfficer = candidate.targetGroup === "village-officer";
  const { sector, freeFrom, score } = candidate;
  const { fundSource, wadah } = known;
  const programme = isOfficer ? officersProgramme : (candidate.programme ?? officersProgramme);
  const entry: Entry = { segment: "bpu", sector, fundSource, wadah, programme, wages: [] };
  return {
    reasons: isOfficer ? reasons.filter((reason) => !ofTheList.includes(reason)) : reasons,
    freeFrom,
    priced: entry,
    entry,
    rank: score,
  };
}

/** In the order of the groups, for whoever reads the lines. */
export const byGroup = (a: Funded, b: Funded): number =>
  commitmentGroups.indexOf(a.group) - commitmentGroups.indexOf(b.group);
