import type { Reach, TargetingDecision, TargetingSide } from "@tuwai/domain/targeting";
import { ageOn, type CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readRegistrationAge } from "#settings";
import { read, type Step } from "#use-case";
import { openNote } from "./decision.store.ts";
import { readDecileLines } from "./targeting-settings.ts";
import {
  countTargeted,
  type ListCounts,
  type ListedRow,
  type ListFilter,
  type ListRules,
  listTargetedRows,
} from "./targeting-list.view.ts";
import { listVillages, type NamedVillage } from "./village-names.view.ts";

/** One person of the register on a work list: for a data officer. */
export type TargetedPerson = {
  readonly recordId: string;
  readonly side: TargetingSide;
  readonly name: string;
  readonly age: number | null;
  readonly sex: "male" | "female" | null;
  readonly workGroup: string | null;
  readonly decileFrom: number;
  readonly decileTo: number;
  readonly asOf: CivilDate | null;
  readonly reach: Reach | "covered";
  readonly personCode: string | null;
  /** The question whether this is somebody of a list. */
  readonly questionId: string | null;
  readonly decision: {
    readonly id: string;
    readonly decision: TargetingDecision;
    readonly note: string | null;
    readonly at: Date;
  } | null;
};

export type TargetingList = {
  readonly village: NamedVillage;
  readonly counts: ListCounts;
  readonly people: readonly TargetedPerson[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

export type TargetingListAsked = {
  readonly villageCode: string;
  readonly side: TargetingSide;
  readonly decided?: boolean;
  readonly page?: number;
};

const rowsPerPage = 50;

/** Who of one village was left out, or is included though better off, with what was decided. Throws `not-found`. */
export const getTargetingList = read(
  { purpose: "targeting-list", permission: "targeting.list.read" },
  async (step, asked: TargetingListAsked): Promise<TargetingList> => {
    const village = await requireVillage(step, asked.villageCode);
    const rules = await readListRules(step);
    const { side, decided = false } = asked;
    const counts = await countTargeted(step.tx, village.code, rules);
    const total = counts[side][decided ? "decided" : "open"];
    const pages = Math.max(1, Math.ceil(total / rowsPerPage));
    const page = Math.min(Math.max(1, Math.trunc(asked.page ?? 1) || 1), pages);
    const filter: ListFilter = { villageCode: village.code, side, decided };
    const at = { limit: rowsPerPage, offset: (page - 1) * rowsPerPage };
    const people = await listTargeted(step, filter, { rules, at });
    return { village, counts, people, total, page, pages };
  },
);

/** Reads people of a work list and notes of whom a decile was shown. */
export async function listTargeted(
  step: Step,
  filter: ListFilter,
  {
    rules,
    at,
  }: { readonly rules: ListRules; readonly at: { readonly limit: number; readonly offset: number } },
): Promise<readonly TargetedPerson[]> {
  const rows = await listTargetedRows(step.tx, filter, rules, at);
  const personIds = rows.flatMap(({ personId }) => personId ?? []);
  await step.seen({ personIds, fields: ["desil"] });
  return rows.map((row) => show(step, row));
}

export async function requireVillage(step: Step, code: string): Promise<NamedVillage> {
  const village = (await listVillages(step.tx, step.area)).find((known) => known.code === code);
  if (village === undefined) throw new AppError("not-found");
  return village;
}

export async function readListRules({ tx, actor, today }: Step): Promise<ListRules> {
  const lines = await readDecileLines(tx, actor.regionCode);
  return { lines, today, ages: await readRegistrationAge(tx, actor.regionCode) };
}

function show(step: Step, row: ListedRow): TargetedPerson {
  const { recordId, side, name, sex, workGroup, decileFrom, decileTo, asOf, personCode, questionId } = row;
  const { decisionId: id, decision, decidedAt: at } = row;
  return {
    recordId,
    side,
    name,
    age: row.birthDate === null ? null : ageOn(row.birthDate, step.today),
    sex,
    workGroup,
    decileFrom,
    decileTo,
    asOf,
    reach: reachOf(row),
    personCode,
    questionId,
    decision:
      id === null || decision === null || at === null
        ? null
        : { id, decision, note: openNote(step, id, row.noteSealed), at },
  };
}

function reachOf({ personId, isCovered, questionId }: ListedRow): TargetedPerson["reach"] {
  if (personId !== null) return isCovered ? "covered" : "listed-not-covered";
  return questionId === null ? "not-listed" : "maybe-listed";
}
