import { may } from "#access";
import { AppError, isUuid } from "#app";
import { read } from "#use-case";
import { findIdentity, type IdentityRow } from "./identity.store.ts";
import { findDescribingRow, findEntry, type SplitRow } from "./identity.view.ts";
import { type MergePreview, previewOf } from "./preview-merge.ts";

export type ShownDecision = Pick<
  IdentityRow,
  "id" | "kind" | "state" | "note" | "refusal" | "recordedAt" | "recordedRole" | "version"
> & {
  readonly personCode: string;
  readonly otherCode: string | null;
  /** Of a merge that waits. */
  readonly merge: MergePreview | null;
  /** Of a split: what the row says. */
  readonly row: Pick<
    SplitRow,
    "fullName" | "birthDate" | "address" | "occupation" | "importCode" | "row"
  > | null;
  readonly isMine: boolean;
  readonly mayDecide: boolean;
  readonly mayUndo: boolean;
};

/** One decision about who is who, as whoever decides it sees it. Throws `not-found`. */
export const getIdentityDecision = read(
  { purpose: "identity-decision", permission: "worker.merge.approve" },
  async (step, { decisionId }: { readonly decisionId: string }): Promise<ShownDecision> => {
    const { tx, area, actor } = step;
    const found = isUuid(decisionId) ? await findIdentity(tx, area, decisionId) : undefined;
    const kept = found && (await findEntry(tx, area, { id: found.personId }));
    if (found === undefined || kept === undefined) throw new AppError("not-found");
    const other =
      found.otherId === null ? null : ((await findEntry(tx, area, { id: found.otherId })) ?? null);
    const isMine = found.recordedBy === actor.userId;
    const row =
      found.recordId === null ? null : ((await findDescribingRow(tx, area, found.recordId)) ?? null);
    const { id, kind, state, note, refusal, recordedAt, recordedRole, version } = found;
    if (other === null || found.kind === "split")
      await step.seen({
        personIds: [kept.id],
        fields: ["worker_code", "full_name", "birth_date", "address_detail", "occupation_text"],
      });
    return {
      id,
      kind,
      state,
      note,
      refusal,
      recordedAt,
      recordedRole,
      version,
      personCode: kept.code,
      otherCode: other?.code ?? null,
      merge:
        found.kind === "merge" && other !== null
          ? await previewOf(step, {
              kept,
              other,
            })
          : null,
      row: row && {
        fullName: row.fullName,
        birthDate: row.birthDate,
        address: row.address,
        occupation: row.occupation,
        importCode: row.importCode,
        row: row.row,
      },
      isMine,
      mayDecide: state === "waiting" && !isMine,
      mayUndo: state === "standing" && may(actor, "worker.merge"),
    };
  },
);
