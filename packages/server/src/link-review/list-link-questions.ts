import type { QuestionKind, QuestionState } from "#linking";
import { seenFields } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import {
  countQuestions,
  listQuestionRows,
  type QuestionFilter,
  type QuestionListRow,
} from "./question-list.view.ts";

export type QuestionListItem = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly state: QuestionState;
  readonly version: number;
  /** As asked; 0 to 1. */
  readonly probability: number;
  readonly askedAt: Date;
  readonly person: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly villageCode: string;
    readonly villageName: string;
  };
  /** The registry record's name, or the other person's name and code. */
  readonly other: { readonly name: string; readonly code: string | null };
};

/** Questions for a data officer, the least certain first; 20 per page. Open ones unless told. */
export const listLinkQuestions = read(
  { purpose: "link-questions", permission: "link_review.read" },
  async (
    step,
    { page, ...asked }: (Omit<QuestionFilter, "area"> & { readonly page?: number }) | undefined = {},
  ): Promise<PageOf<QuestionListItem>> => {
    const filter = { ...asked, area: step.area, state: asked.state ?? "open" } as const;
    const found = await pageOf(
      { page, size: 20 },
      () => countQuestions(step.tx, filter),
      (part) => listQuestionRows(step.tx, filter, part),
    );
    await step.seen({
      personIds: found.rows.flatMap(({ personId, otherPersonId }) => [
        personId,
        ...(otherPersonId ? [otherPersonId] : []),
      ]),
      fields: seenFields(step.actor.role, ["worker_code", "full_name", "village"]),
      purpose: "link-review",
    });
    return { ...found, rows: found.rows.map(asItem) };
  },
);

/** The next open question under the same choice, for whoever has just answered one; shows nobody. */
export const nextLinkQuestion = read(
  { purpose: "link-question-next", permission: "link_review.read" },
  async (
    step,
    { questionId, ...asked }: Omit<QuestionFilter, "area" | "state"> & { readonly questionId: string },
  ): Promise<{ readonly questionId: string } | null> => {
    const filter = { ...asked, area: step.area, state: "open" } as const;
    const rows = await listQuestionRows(step.tx, filter, { limit: 2, offset: 0 });
    const next = rows.find(({ id }) => id !== questionId);
    return next === undefined ? null : { questionId: next.id };
  },
);

function asItem(row: QuestionListRow): QuestionListItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    probability: row.probability,
    askedAt: row.askedAt,
    person: {
      id: row.personId,
      code: row.personCode,
      name: row.personName,
      villageCode: row.villageCode,
      villageName: row.villageName,
    },
    other: { name: row.otherName, code: row.otherCode },
  };
}
