import { type Finding, findings } from "@tuwai/domain/occupations";
import { AppError } from "#app";
import { requireCode } from "#people";
import { change, type Operation } from "#use-case";
import { findPerson } from "./asked-person.view.ts";
import { insertSecondLook } from "./second-look.store.ts";

export type SecondLook = Operation & { readonly personCode: string; readonly finding: Finding };
export type SecondLookOutcome =
  | { readonly outcome: "decided" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["not-asked"] };

/**
 * What a person found of somebody under 18 whose work is dangerous (UU 13/2003 art. 74): only now may a list hold them, or
 * never. The judgement follows. Throws `not-found` outside the own area and `invalid-input` for a finding that is none.
 */
export const decideSecondLook = change(
  { name: "second-look.decide", permission: "worker.second_look.decide" },
  async (step, { personCode, finding }: SecondLook): Promise<SecondLookOutcome> => {
    const { tx, actor, area } = step;
    if (!findings.includes(finding))
      throw new AppError("invalid-input", { field: "finding", reason: "unknown" });
    const person = await findPerson(tx, area, requireCode(personCode));
    if (person === undefined) throw new AppError("not-found");
    if (!person.isAsked) return step.unchanged({ outcome: "refused", reasons: ["not-asked"] });
    const { personId, villageCode, kecamatanCode } = person;
    await insertSecondLook(tx, {
      regionCode: actor.regionCode,
      id: step.newId(),
      villageCode,
      kecamatanCode,
      personId,
      finding,
      by: actor.userId,
      role: actor.role,
      at: step.now,
    });
    await step.follow("eligibility.judge", { personIds: [personId] });
    await step.audit({ objectType: "person", objectId: personId, details: { finding } });
    return { outcome: "decided" };
  },
);
