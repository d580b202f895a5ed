import { composeLetter, type LetterFacts, type LetterKind, lettersOf } from "@tuwai/domain/claim-letters";
import { type LookReason, lookReasons } from "@tuwai/domain/claims";
import type { Paper } from "@tuwai/domain/drafts";
import { AppError } from "#app";
import { noteLetter, requireClaim } from "#claims";
import { drawDraft, workingCopy, workingCopyType } from "#documents";
import { act, type Operation } from "#use-case";
import { readLetterFacts } from "./read-letter-facts.ts";

/** A letter to print and sign, or a working copy to edit. */
export type LetterFormat = "pdf" | "word";

export type LetterFile = {
  readonly outcome: "made";
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};
export type LetterOutcome =
  | LetterFile
  | { readonly outcome: "refused"; readonly reasons: readonly "without-reason"[] };

type MakeLetter = Operation & {
  readonly claimCode: string;
  readonly letter: string;
  readonly paper: string;
  readonly letterFormat: LetterFormat;
  /** Why names are opened: one of `lookReasons`. */
  readonly reason: string;
};

/**
 * A letter of a case as a file. That it was made is noted in the case's journey, and in the access log with the reason. Throws
 * `not-found`.
 */
export const makeClaimLetter = act(
  { name: "claim.letter", permission: "claim.letter" },
  async (call, { operationId: id, ...input }: MakeLetter): Promise<LetterOutcome> => {
    const { claimCode } = input;
    const reason = lookReasons.find((known: LookReason) => known === input.reason);
    if (reason === undefined) {
      await call.look((step) => requireClaim(step, { claimCode }));
      return { outcome: "refused", reasons: ["without-reason"] };
    }
    const { madeAt } = await call.once({ id, request: input }, async (step) => {
      const { claimId, kind } = await noteLetter(step, { claimCode }, { letter: input.letter, reason });
      requireLetter(kind, input);
      const details = { document: input.letter, reason };
      await step.audit({ objectType: "claim", objectId: claimId, details });
      return { madeAt: step.now.getTime() };
    });
    const { facts, letter } = await call.look(async (step) => {
      const { facts: said, personId, heirIds } = await readLetterFacts(step, input);
      const made = requireLetter(said.kind, input);
      const personIds = [personId, ...(made === "ahli-waris" ? heirIds : [])];
      await step.seen({ personIds, fields: shownOn(made), purpose: `claim-letter-${reason}` });
      return { facts: said, letter: made };
    });
    const draft = composeLetter(letter, facts);
    const paper: Paper = input.paper === "f4" ? "f4" : "a4";
    const name = `${letter}-KL-${facts.claimCode}-${paper}`;
    if (input.letterFormat === "word")
      return {
        outcome: "made",
        fileName: `${name}-salinan-kerja.doc`,
        type: workingCopyType,
        bytes: workingCopy(draft, paper),
      };
    const at = new Date(madeAt);
    const bytes = await drawDraft({ draft, author: facts.office.village, paper, at, mark: "SURAT KLAIM" });
    return { outcome: "made", fileName: `${name}.pdf`, type: "application/pdf", bytes };
  },
);

/** The letter that was asked for. Throws `not-found` where a case of its kind has no such letter. */
function requireLetter(kind: LetterFacts["kind"], asked: Pick<MakeLetter, "letter">): LetterKind {
  const letter = lettersOf(kind).find((each: LetterKind) => each === asked.letter);
  if (letter === undefined) throw new AppError("not-found", { object: "letter" });
  return letter;
}

const shownOn = (letter: LetterKind): readonly string[] => [
  "full_name",
  "birth_date",
  "occupation_text",
  ...(letter === "ahli-waris" ? ["heirs"] : []),
];
