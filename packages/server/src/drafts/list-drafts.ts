import {
  blanksOf,
  composeDraft,
  type DraftKind,
  type DraftLack,
  draftsOf,
  lacksOf,
  namesPeople,
} from "@tuwai/domain/drafts";
import { requireYear } from "#commitments";
import { placeOf } from "#regions";
import { read } from "#use-case";
import { readFacts } from "./read-facts.ts";

export type ListedDraft = {
  readonly kind: DraftKind;
  readonly namesPeople: boolean;
  /** What of the register is missing; empty: ready to be printed. */
  readonly lacks: readonly DraftLack[];
  /** What the office fills by hand. */
  readonly blanks: readonly string[];
};

export type VillageDrafts = {
  readonly villageCode: string;
  readonly name: string;
  readonly year: number;
  readonly heads: number;
  readonly listed: number;
  readonly drafts: readonly ListedDraft[];
};

type Input = { readonly villageCode: string; readonly year?: number };

/** The papers that a village's promise needs, which are ready and what each still lacks; nobody is named here. Throws `not-found`. */
export const listDrafts = read(
  { purpose: "village-drafts", permission: "village_commitment.draft" },
  async (step, input: Input): Promise<VillageDrafts> => {
    const year = requireYear(input.year, step.today);
    const { villageCode } = step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    const { facts } = await readFacts(step, { villageCode, year });
    return {
      villageCode,
      year,
      name: facts.village,
      heads: facts.lines.reduce((sum, { heads }) => sum + heads, 0),
      listed: facts.people.length,
      drafts: draftsOf(facts.kind).map((kind) => ({
        kind,
        namesPeople: namesPeople(kind),
        lacks: lacksOf(kind, facts),
        blanks: blanksOf(composeDraft(kind, facts)),
      })),
    };
  },
);
