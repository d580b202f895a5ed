import {
  isOffice,
  priceHeads,
  publicStatusRule,
  type PublicStatus,
  type RoundedVulnerable,
  roundVulnerable,
  type Stages,
} from "@tuwai/domain/commitments";
import type { CivilDate } from "@tuwai/domain/time";
import { publicActor } from "#app";
import { getPublicCoverage } from "#coverage";
import { act, asCity, type Step } from "#use-case";
import { listSteps, type StepRow } from "./commitment.store.ts";
import { type GroupNeed, readYear, type VillageCommitments } from "./read-year.ts";
import { listLockedYears } from "./year.store.ts";

/** A step as the public reads it: who by office, document and day; never a scan. */
export type PublicStep = Pick<
  StepRow,
  "step" | "state" | "budget" | "reason" | "paperNumber" | "paperOn" | "takenRole"
> & { readonly id: string; readonly on: Date; readonly amount: number | null; readonly promised: number };

export type PublicGroup = {
  readonly group: GroupNeed["group"];
  readonly status: PublicStatus;
  readonly promised: number;
  readonly initial: number | null;
  readonly changed: number | null;
  /** Of vulnerable workers made of rounded counts, as from rupiah one could count them; null where even those are withheld. */
  readonly need: number | null;
  readonly paid: number | null;
  readonly isRounded: boolean;
  readonly source: string | null;
  readonly account: string | null;
  readonly months: number;
  readonly steps: readonly PublicStep[];
};

/** Promise and budget are public decisions and exact; the rest is rounded. */
export type PublicVulnerable = RoundedVulnerable & {
  readonly promised: number;
  readonly budgeted: number;
  readonly status: PublicStatus;
};

/** Sums are of the groups that hold an office. */
export type PublicVillage = Stages & {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly name: string;
  readonly kind: VillageCommitments["kind"];
  readonly need: number;
  readonly status: PublicStatus;
  readonly vulnerable: PublicVulnerable;
  readonly groups: readonly PublicGroup[];
};

export type PublicYear = {
  readonly year: number;
  readonly years: readonly number[];
  readonly asOf: CivilDate;
  readonly rule: number;
  readonly villages: readonly PublicVillage[];
};

type Input = {
  readonly year?: number;
  /** The one village whose steps are asked for. */
  readonly withStepsOf?: string;
};

/** What villages promised and did, for anybody, once their year is locked; null while none is. The newest year unless one is asked for. */
export const readPublicCommitments = act(
  { name: "commitments-public", permission: "village_commitment.published" },
  async (call, input: Input | undefined = {}): Promise<PublicYear | null> =>
    asCity(call.app, "commitments.publish", async (step) => {
      const years = await listLockedYears(step.tx, step.actor.regionCode);
      const year = years.find((one) => one === input.year) ?? years[0];
      if (year === undefined) return null;
      const { villages } = await readYear(step, { year });
      const { villages: released } = await getPublicCoverage(call.app, publicActor(step.actor.regionCode));
      const byCode = new Map(released.map((one) => [one.code, one]));
      const shown: PublicVillage[] = [];
      for (const village of villages)
        shown.push(
          await publicVillage(step, village, {
            withSteps: village.villageCode === input.withStepsOf,
            vulnerable: vulnerableOf(village, year, byCode.get(village.villageCode)),
          }),
        );
      return { year, years, asOf: step.today, rule: publicStatusRule(step.today), villages: shown };
    }),
);

async function publicVillage(
  step: Step,
  village: VillageCommitments,
  { withSteps, vulnerable }: { readonly withSteps: boolean; readonly vulnerable: PublicVulnerable },
): Promise<PublicVillage> {
  const { villageCode, kecamatanCode, name, kind, status } = village;
  const rows = village.groups.flatMap(({ commitment }) => commitment ?? []);
  const ids = rows.map(({ id }) => id);
  const steps = withSteps ? await listSteps(step.tx, ids) : [];
  const offices = village.groups.filter(({ group }) => isOffice(group));
  const sum = (of: (group: GroupNeed) => number) => offices.reduce((all, group) => all + of(group), 0);
  return {
    villageCode,
    kecamatanCode,
    name,
    kind,
    status,
    need: sum(({ need }) => need?.total ?? 0),
    promised: sum(({ stages }) => stages.promised),
    budgeted: sum(({ stages }) => stages.budgeted),
    paid: sum(({ stages }) => stages.paid),
    vulnerable,
    groups: village.groups.flatMap((group) => publicGroup(group, { steps, vulnerable })),
  };
}

type Released = { readonly numerator: number | null; readonly listed: number | null };

/** On the list and counted in a release beside the vulnerable workers, with exact rows of their own. */
const onSameList = ["religious", "adat"];

function vulnerableOf(
  { kind, groups }: VillageCommitments,
  year: number,
  released: Released = { numerator: null, listed: null },
): PublicVulnerable {
  const own = groups.find(({ group }) => group === "vulnerable");
  const { promised = 0, budgeted = 0, paid = 0 } = own?.stages ?? {};
  const others = groups
    .filter(({ group }) => onSameList.includes(group))
    .reduce((sum, { heads }) => sum + heads.unprotected, 0);
  const one = priceHeads({ kind, year, months: 12, group: "vulnerable", wages: [null] });
  const price = one?.total ?? null;
  return {
    ...roundVulnerable({ released, others, price, budgeted, paid }),
    promised,
    budgeted,
    status: own?.status ?? "silent",
  };
}

/** A draft is the village's own until it is declared. */
function publicGroup(
  { group, commitment: c, need, stages, status }: GroupNeed,
  { steps, vulnerable }: { readonly steps: readonly StepRow[]; readonly vulnerable: PublicVulnerable },
): readonly PublicGroup[] {
  if (c === null || status === "silent") return [];
  const isExact = isOffice(group);
  const own = steps.filter(
    ({ commitmentId, step }) => commitmentId === c.id && step !== "draft" && (isExact || step !== "pay"),
  );
  const { promised, initial, changed, source, account, months } = c;
  const rounded = group === "vulnerable" ? vulnerable : { need: null, paid: null };
  return [
    {
      group,
      status,
      promised,
      initial,
      changed,
      source,
      account,
      months,
      need: isExact ? (need?.total ?? 0) : rounded.need,
      paid: isExact ? stages.paid : rounded.paid,
      isRounded: !isExact,
      steps: own.toReversed().map(publicStep),
    },
  ];
}

const publicStep = (row: StepRow): PublicStep => {
  const { id, step, state, budget, reason, paperNumber, paperOn, takenRole, takenAt, amount, promised } = row;
  return { id, step, state, budget, reason, paperNumber, paperOn, takenRole, on: takenAt, amount, promised };
};
