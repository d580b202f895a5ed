import { readFileSync } from "node:fs";
import {
  composeDraft,
  draftsOf,
  namesPeople,
  numberOf,
  type Paper,
  papers,
  writeWord,
} from "@tuwai/domain/drafts";
import { AppError } from "#app";
import { requireYear } from "#commitments";
import { makePdf } from "#documents";
import { shownFields } from "#people";
import { placeOf } from "#regions";
import { read } from "#use-case";
import { readFacts } from "./read-facts.ts";

const template = readFileSync(new URL("draft.typ", import.meta.url), "utf8");

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
    if (input.draftFormat === "word") {
      const bytes = Uint8Array.from(new TextEncoder().encode(`\uFEFF${writeWord(draft, paper)}`));
      return { fileName: `${name}-salinan-kerja.doc`, type: "application/msword; charset=utf-8", bytes };
    }
    const [width, height] = papers[paper];
    const blocks = draft.blocks.map((block) =>
      block.kind === "points"
        ? {
            ...block,
            points: block.points.map((text, at) => ({ number: numberOf(block.numbering, at), text })),
          }
        : block,
    );
    const asked = { title: draft.title, author: facts.village, width, height, blocks };
    const bytes = await makePdf({ template, facts: asked, at: step.now });
    return { fileName: `${name}.pdf`, type: "application/pdf", bytes };
  },
);
