import { documentsOf } from "@tuwai/domain/benefits";
import { type DocumentState, documentStates, mayTake } from "@tuwai/domain/claims";
import { AppError, isUuid } from "#app";
import { readPaperFile } from "#files";
import { act, type Operation, type Refused, refuse } from "#use-case";
import { findPicture, insertDocument, type PictureOf } from "./claim-document.store.ts";
import { insertStep } from "./claim-step.store.ts";
import { audit, type ClaimAsked, requireClaim } from "./hold-claim.ts";

export type MarkDocument = Operation &
  ClaimAsked & {
    readonly document: string;
    readonly state: string;
    /** A picture or scan of it; null where only its place is marked. */
    readonly file?: { readonly path: string; readonly fileName: string } | null;
  };
export type MarkOutcome =
  | { readonly outcome: "marked" }
  | Refused<"not-now" | "unknown-document" | "unknown-state" | "file-kind">;

const placeOfPicture = (rowId: string) => ({ table: "claim_documents", column: "sealed", rowId });

/** Says where a document of the case is, with a picture of it where there is one. Throws `not-found` and `too-large`. */
export const markClaimDocument = act(
  { name: "claim.document", permission: "claim.document.upload" },
  async (call, { operationId: id, file = null, ...told }: MarkDocument): Promise<MarkOutcome> => {
    const picture = file === null ? null : await readPaperFile(file);
    const hash = picture?.hash ?? null;
    const request = { ...told, hash: hash?.toString("hex") ?? null };
    return call.once({ id, request }, async (step): Promise<MarkOutcome> => {
      const row = await requireClaim(step, told, "hold");
      const state = documentStates.find((known: DocumentState) => known === told.state);
      const isKnown = documentsOf(row.kind, true).some(({ code }) => code === told.document);
      if (!mayTake("document", row.state)) return refuse<"not-now">(step, "not-now");
      if (!isKnown) return refuse<"unknown-document">(step, "unknown-document");
      if (state === undefined) return refuse<"unknown-state">(step, "unknown-state");
      if (file !== null && picture === null) return refuse<"file-kind">(step, "file-kind");
      const rowId = step.newId();
      const kept =
        picture === null || hash === null
          ? null
          : {
              name: picture.name,
              type: picture.type,
              hash,
              sealed: call.app.keys.sealBytes(picture.bytes, placeOfPicture(rowId)),
            };
      await insertDocument(step, row, { id: rowId, code: told.document, state, picture: kept });
      await insertStep(step, row, { step: "document", details: { document: told.document, state } });
      await audit(step, row, { document: told.document, state });
      return { outcome: "marked" };
    });
  },
);

/** The picture of a document, opened; who looked is noted. Throws `not-found`. */
export const openClaimDocument = act(
  { name: "claim-document", permission: "claim.document.download" },
  async (
    call,
    { documentId, ...asked }: ClaimAsked & { readonly documentId: string },
  ): Promise<PictureOf> => {
    const found = await call.look(async (step) => {
      const row = await requireClaim(step, asked);
      const picture = isUuid(documentId) ? await findPicture(step.tx, row.id, documentId) : undefined;
      if (picture === undefined) throw new AppError("not-found", { object: "document" });
      await step.seen({ personIds: [row.personId], fields: ["claim_document"] });
      return picture;
    });
    const { name, type, sealed } = found;
    return { name, type, bytes: call.app.keys.openBytes(sealed, placeOfPicture(documentId)) };
  },
);
