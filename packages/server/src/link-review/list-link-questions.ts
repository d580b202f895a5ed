import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import type { QuestionKind } from "#linking";
import { seenFields } from "#people";
import {
  countQuestions,
  listQuestionRows,
  type QuestionFilter,
  type QuestionListRow,
  type QuestionState,
} from "./question-list.store.ts";

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

export type QuestionPage = {
  readonly items: readonly QuestionListItem[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

const questionsPerPage = 20;

/** Questions for a data officer, the least certain first; 20 per page, pages count from 1. Open ones unless told. */
export async function listLinkQuestions(
  app: App,
  actor: Actor,
  input: Omit<QuestionFilter, "area"> & { readonly page?: number } = {},
): Promise<QuestionPage> {
  const area = areaOf(actor, authorise(actor, "link_review.read"));
  const page = input.page ?? 1;
  if (!Number.isInteger(page) || page < 1) throw new AppError("invalid-input", { field: "page" });
  const filter = { ...input, area, state: input.state ?? "open" } as const;
  return inTransaction(app, actor, async (tx) => {
    const total = await countQuestions(tx, filter);
    const offset = (page - 1) * questionsPerPage;
    const rows = await listQuestionRows(tx, filter, { limit: questionsPerPage, offset });
    await recordAccess(app, tx, actor, {
      personIds: rows.flatMap((row) => [row.personId, ...(row.otherPersonId ? [row.otherPersonId] : [])]),
      purpose: "link-review",
      fields: seenFields(actor.role, ["worker_code", "full_name", "village"]),
    });
    return { items: rows.map(asItem), total, page, pages: Math.max(1, Math.ceil(total / questionsPerPage)) };
  });
}

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
