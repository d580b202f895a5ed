import {
  assignPersonMonths,
  type Received,
  sumAssigned,
  type EvaluationClock,
  evaluationClock,
  type FundAnswer,
  type Milestone,
  budgetMilestones,
  mayFund,
  sourcesOf,
  type CommitmentSource,
  stillPossible,
  type StillPossible,
  groupsOfPerson,
} from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { asSystem } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { placeOf } from "#regions";
import { read, type Step } from "#use-case";
import { findPaper, listSteps, type StepRow } from "./commitment.store.ts";
import { requireYear } from "./list-commitments.ts";
import { findListDay, type Head, listHeads, listPaidPersons } from "./need.view.ts";
import { accountFor, type GroupNeed, readYear, type VillageCommitments } from "./read-year.ts";

export type SourceChoice = {
  readonly source: CommitmentSource;
  readonly answers: readonly ({ readonly group: Group } & FundAnswer)[];
};

export type ShownVillage = Omit<VillageCommitments, "groups"> & {
  readonly year: number;
  readonly lockedAt: Date | null;
  readonly groups: readonly (GroupNeed & {
    readonly account: string | null;
    readonly clock: EvaluationClock | null;
    readonly steps: readonly StepRow[];
    /** What BPJS confirms of it, each month of a person once. */
    readonly received: Received;
  })[];
  readonly sources: readonly SourceChoice[];
  readonly possible: StillPossible;
  readonly milestones: readonly Milestone[];
  /** Whether the day of the change budget was set by the city; otherwise it is only what is usual. */
  readonly isChangeDayKnown: boolean;
  /** Of the newest list that the need is counted from. */
  readonly listedOn: CivilDate | null;
};

type Input = { readonly villageCode: string; readonly year?: number };

/** One village and year with every step, what still can be done, and what the money may come from. Throws `not-found`. */
export const getVillageCommitments = read(
  { purpose: "village-commitments", permission: "village_commitment.read" },
  async (step, input: Input): Promise<ShownVillage> => {
    const year = requireYear(input.year, step.today);
    const { rules, lockedAt, villages } = await readYear(step, { year, villageCode: input.villageCode });
    const [village] = villages;
    if (village === undefined) throw new AppError("not-found", { object: "village" });
    const { kind } = village;
    const rows = village.groups.flatMap(({ commitment }) => commitment ?? []);
    const steps = await listSteps(
      step.tx,
      rows.map(({ id }) => id),
    );
    const received = await receivedOf(step, village, year);
    const changeUntil = rules.get(`change-until-${kind}`);
    const settings = changeUntil === undefined ? {} : { changeUntil };
    return {
      ...village,
      year,
      lockedAt,
      groups: village.groups.map((group) => ({
        ...group,
        account: group.commitment?.account ?? accountFor(rules, kind, group.group),
        clock: clockOf(group, step),
        received: received.get(group.commitment?.id ?? "") ?? { personMonths: 0, rupiah: 0 },
        steps: steps.filter(({ commitmentId }) => commitmentId === group.commitment?.id),
      })),
      sources: sourcesOf(kind).map((source) => ({
        source,
        answers: village.groups.map(({ group }) => ({
          group,
          ...mayFund({ source, kind, group, year }),
        })),
      })),
      possible: stillPossible(year, kind, { today: step.today, ...settings }),
      milestones: budgetMilestones(year, kind, settings),
      isChangeDayKnown: changeUntil !== undefined,
      listedOn: await asSystem(step.app, (city) => findListDay(city, step.area, village.villageCode)),
    };
  },
);

/** Whoever stands in two groups is counted where the first of them was promised. */
async function receivedOf(
  { app, area }: Pick<Step, "app" | "area">,
  { villageCode, groups }: VillageCommitments,
  year: number,
): Promise<ReadonlyMap<string, Received>> {
  const promises = groups.flatMap(({ commitment }) => commitment ?? []);
  if (promises.length === 0) return new Map();
  const paid = await asSystem(app, (city) => listPaidPersons(city, area, { villageCode, year }));
  return sumAssigned(
    assignPersonMonths(
      paid.map((one) => ({ ...one, groups: groupsOfPerson(one.targetGroup, one.position) })),
      promises,
    ),
  );
}

function clockOf({ commitment }: GroupNeed, { today }: Pick<Step, "today">): EvaluationClock | null {
  if (commitment?.draftOn == null) return null;
  return evaluationClock({ receivedOn: commitment.draftOn, answeredOn: commitment.evaluatedOn, today });
}

export type ShownHead = {
  readonly person: ShownPerson;
  readonly position: string | null;
  readonly protectedBy: Head["protectedBy"];
  readonly listCode: string | null;
  readonly listedOn: Head["listedOn"];
  /** Stands in another group as well. */
  readonly isTwice: boolean;
};

/** Who stands behind the heads of one group, and on which list: for whoever may see workers, and noted as seen. Throws `not-found`. */
export const listCommitmentHeads = read(
  { purpose: "commitment-heads", permission: "officer.list" },
  async (step, input: { readonly villageCode: string; readonly group: string }) => {
    const { actor, area, app } = step;
    step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    const heads = await asSystem(app, (city) => listHeads(city, area, input.villageCode));
    const own = heads.flatMap((head) => {
      const groups = groupsOfPerson(head.targetGroup, head.position);
      return groups[0] === input.group ? [{ head, isTwice: groups.length > 1 }] : [];
    });
    await step.seen({
      personIds: own.map(({ head }) => head.personId),
      fields: shownFields(actor.role, "occupation_text"),
    });
    return own.map(({ head, isTwice }): ShownHead => ({
      person: showPerson(actor.role, head),
      position: head.position,
      protectedBy: head.protectedBy,
      listCode: head.listCode,
      listedOn: head.listedOn,
      isTwice,
    }));
  },
);

/** The scan that shows a step, as it came. Throws `not-found`. */
export const openCommitmentPaper = read(
  { purpose: "commitment-paper", permission: "village_commitment.paper" },
  async (step, input: { readonly stepId: string }) => {
    const paper = await findPaper(step.tx, step.area, input.stepId);
    if (paper === undefined) throw new AppError("not-found", { object: "paper" });
    await step.audit({
      action: "commitment.paper",
      objectType: "village_commitment",
      objectId: paper.id,
      details: {},
    });
    const place = { table: "commitment_steps", column: "paper", rowId: paper.id };
    return { name: paper.name, type: paper.type, bytes: step.app.keys.openBytes(paper.sealed, place) };
  },
);
