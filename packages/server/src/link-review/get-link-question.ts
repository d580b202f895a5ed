import { type App, AppError } from "#app";
import type { EvidenceCode, QuestionKind, QuestionState } from "#linking";
import { seenFields } from "#people";
import { read, type Step } from "#use-case";
import { type NameDifference, nameDifference } from "./name-difference.ts";
import {
  compareNiks,
  compareNumbers,
  type NikComparison,
  type NumberComparison,
} from "./number-comparison.ts";
import {
  findQuestion,
  getPersonSide,
  getRecordSide,
  listOtherCandidates,
  type QuestionRow,
  type SideRow,
} from "./question-detail.view.ts";

/** What may be shown of one side: no number, no decile. */
export type QuestionSide = {
  /** "person" for a row of a work list, else the registry. */
  readonly source: "person" | QuestionKind;
  readonly code: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: "male" | "female" | null;
  readonly villageName: string | null;
  readonly address: string | null;
  readonly occupation: string | null;
  readonly asOf: string | null;
};

export type LinkQuestion = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly state: QuestionState;
  readonly version: number;
  readonly askedAt: Date;
  readonly decided: { readonly at: Date; readonly by: string; readonly reason: string | null } | null;
  readonly left: QuestionSide;
  readonly right: QuestionSide;
  readonly comparisons: {
    readonly name: NameDifference;
    readonly birthDate: "same" | "day-month-swapped" | "different" | "missing";
    readonly sex: "same" | "different" | "missing";
    readonly village: "same" | "different" | "missing";
    readonly nik: NikComparison;
    readonly familyCard: NumberComparison;
    /** How many others stand on each family card, and how many of them carry the same name on both. */
    readonly household: { readonly left: number; readonly right: number; readonly shared: number };
  };
  readonly machine: {
    readonly probability: number;
    readonly weightBits: number;
    readonly conclusion: "very-likely" | "likely" | "uncertain" | "unlikely";
    readonly evidence: readonly EvidenceCode[];
  };
  readonly otherCandidates: readonly {
    readonly questionId: string;
    readonly name: string;
    readonly birthYear: string | null;
    readonly state: QuestionState;
  }[];
};

/** One question with both sides compared. Throws `not-found`. The look is logged for the persons shown. */
export const getLinkQuestion = read(
  { purpose: "link-review", permission: "link_review.read" },
  async (step, { questionId }: { readonly questionId: string }): Promise<LinkQuestion> => {
    const { app, tx } = step;
    const question = await findQuestion(tx, step.area, questionId);
    if (!question) throw new AppError("not-found");
    const others = await listOtherCandidates(tx, question);
    const { personId, recordId, otherPersonId } = question;
    const shown = [personId, otherPersonId, ...others.map((other) => other.otherPersonId)];
    await step.seen({
      personIds: [...new Set(shown.flatMap((id) => id ?? []))],
      fields: seenFields(step.actor.role, shownOfSides),
    });
    const left = await getPersonSide(tx, personId);
    const right =
      recordId === null ? await getPersonSide(tx, otherPersonId!) : await getRecordSide(tx, recordId);
    return {
      ...headOf(question),
      left: sideOf(left),
      right: sideOf(right),
      comparisons: compareSides(app, left, right),
      otherCandidates: others.map((other) => ({
        questionId: other.questionId,
        name: other.name,
        birthYear: other.birthDate?.slice(0, 4) ?? null,
        state: other.state,
      })),
    };
  },
);

/** Two sides compared, without a word of what the machine thinks. */
export type ComparedPair = Pick<LinkQuestion, "left" | "right" | "comparisons">;

/** A person and a record of a register side by side, for another use case that shows a pair. The look is logged. */
export async function showPair(
  step: Step,
  { personId, recordId }: { readonly personId: string; readonly recordId: string },
): Promise<ComparedPair> {
  await step.seen({ personIds: [personId], fields: seenFields(step.actor.role, shownOfSides) });
  const left = await getPersonSide(step.tx, personId);
  const right = await getRecordSide(step.tx, recordId);
  return { left: sideOf(left), right: sideOf(right), comparisons: compareSides(step.app, left, right) };
}

const shownOfSides = [
  "worker_code",
  "full_name",
  "birth_date",
  "sex",
  "address_detail",
  "village",
  "occupation_text",
] as const;

function headOf(question: QuestionRow) {
  const { id, kind, state, version, probability, weight, evidence } = question;
  const conclusion =
    probability >= 0.95
      ? "very-likely"
      : probability >= 0.7
        ? "likely"
        : probability >= 0.3
          ? "uncertain"
          : "unlikely";
  const decided =
    question.decidedAt === null || question.decidedBy === null
      ? null
      : { at: question.decidedAt, by: question.decidedBy, reason: question.reason };
  const machine = { probability, weightBits: weight, conclusion, evidence } as const;
  return { id, kind, state, version, askedAt: question.askedAt, decided, machine };
}

function sideOf(side: SideRow): QuestionSide {
  return {
    source: side.source as QuestionSide["source"],
    code: side.code,
    name: side.fullName,
    birthDate: side.birthDate,
    sex: side.sex,
    villageName: side.villageName,
    address: side.address,
    occupation: side.occupation,
    asOf: side.asOf,
  };
}

function compareSides(app: App, left: SideRow, right: SideRow): LinkQuestion["comparisons"] {
  const numbers = (side: SideRow) => ({
    birthDate: side.birthDate,
    nik: opened(app, side, "nik"),
    familyCard: opened(app, side, "family_card"),
  });
  const [a, b] = [numbers(left), numbers(right)];
  const shared = left.household.filter((name) => right.household.includes(name)).length;
  return {
    name: nameDifference(left.fullName, right.fullName),
    birthDate: compareBirthDates(left.birthDate, right.birthDate),
    sex: equality(left.sex, right.sex),
    village: equality(left.villageName, right.villageName),
    nik: compareNiks(a, b, app.clock.today()),
    familyCard: compareNumbers(a.familyCard, b.familyCard),
    household: { left: left.household.length, right: right.household.length, shared },
  };
}

function opened(app: App, side: SideRow, column: "nik" | "family_card"): string | null {
  const sealed = column === "nik" ? side.nikSealed : side.familyCardSealed;
  const table = side.source === "person" ? "persons" : "source_records";
  return sealed === null ? null : app.keys.open(sealed, { table, column, rowId: side.id });
}

function equality(a: string | null, b: string | null): "same" | "different" | "missing" {
  return a === null || b === null ? "missing" : a === b ? "same" : "different";
}

function compareBirthDates(a: string | null, b: string | null): LinkQuestion["comparisons"]["birthDate"] {
  const plain = equality(a, b);
  if (plain !== "different" || a === null || b === null) return plain;
  const [year, month, day] = a.split("-");
  return b === `${year}-${day}-${month}` ? "day-month-swapped" : "different";
}
