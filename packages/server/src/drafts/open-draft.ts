import { composeDraft, draftsOf, namesPeople, type Paper } from "@tuwai/domain/drafts";
import { AppError } from "#app";
import { requireYear } from "#commitments";
import { drawDraft, workingCopy, workingCopyType } from "#documents";
import { shownFields } from "#people";
import { placeOf } from "#regions";
import { read } from "#use-case";
import { readFacts } from "./read-facts.ts";

/** A paper to print, or a working copy to edit. */
export type DraftFormat = "pdf" | "word";

type Input = {
  readonly villageCode: string;
  readonly year?: number;
  readonly draft: string;
  readonly paper: string;
  readonly draftFormat: DraftFormat;
};

export type DraftFile = {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** One paper as a file, filled from the register; whoever is named in it is noted as seen. Throws `not-found`. */
export const openDraft = read(
  { purpose: "village-draft", permission: "village_commitment.draft" },
  async (step, input: Input): Promise<DraftFile> => {
    const year = requireYear(input.year, step.today);
    const { villageCode } = step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    const { facts, personIds } = await readFacts(step, { villageCode, year });
    const kind = draftsOf(facts.kind).find((one) => one === input.draft);
    if (kind === undefined) throw new AppError("not-found", { object: "draft" });
    const paper: Paper = input.paper === "f4" ? "f4" : "a4";
    if (namesPeople(kind)) await step.seen({ personIds, fields: shownFields(step.actor.role) });
    const details = { year, villageCode, kind, format: input.draftFormat, people: personIds.length };
    await step.audit({
      action: "draft.open",
      objectType: "village_commitment",
      objectId: villageCode,
      details,
    });
    const draft = composeDraft(kind, facts);
    const name = `${kind}-${villageCode}-${year}-${paper}`;
    if (input.draftFormat === "word")
      return {
        fileName: `${name}-salinan-kerja.doc`,
        type: workingCopyType,
        bytes: workingCopy(draft, paper),
      };
    const bytes = await drawDraft({
      draft,
      author: facts.village,
      paper,
      at: step.now,
      mark: "RANCANGAN",
    });
    return { fileName: `${name}.pdf`, type: "application/pdf", bytes };
  },
);
