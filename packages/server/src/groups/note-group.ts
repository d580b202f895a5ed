import type { CivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { insertTerms, lockTerms, type Terms, updateTerms } from "./group.store.ts";
import { listGroupRows } from "./group.view.ts";

export type NoteGroup = Operation & {
  readonly groupKey: string;
  readonly version: number;
  readonly groupNumber: string;
  readonly agreement: string;
  readonly agreedFrom: CivilDate | null;
  readonly agreedUntil: CivilDate | null;
};

export type NoteGroupOutcome =
  | { readonly outcome: "noted" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (
        | "number-unclear"
        | "agreement-too-long"
        | "ends-before-it-begins"
        | "dates-without-agreement"
      )[];
    };

/** BPJS writes eight characters, e.g. 15070955; longer ones occur with a division. */
const numberShape = /^[A-Z0-9]{6,12}$/;

/** Notes what BPJS and the city agreed for a group: its number, the agreement and its dates. Throws `not-found`, `stale` and `identity-number-in-note`. */
export const noteGroup = change(
  { name: "group.note", permission: "group.write" },
  async (step, input: NoteGroup): Promise<NoteGroupOutcome> => {
    const { tx, actor, now: at } = step;
    const group = (await listGroupRows(tx, actor.regionCode)).find(({ key }) => key === input.groupKey);
    if (group === undefined) throw new AppError("not-found", { object: "group" });
    const terms = termsOf(input);
    const reasons = reasonsAgainst(terms);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const version = await lockTerms(tx, actor.regionCode, group.key);
    if (version !== input.version) throw new AppError("stale", { version });
    const noted = { ...terms, regionCode: actor.regionCode, key: group.key, by: actor.userId, at };
    await (version === 0 ? insertTerms(tx, noted) : updateTerms(tx, noted));
    await step.audit({ objectType: "group", objectId: group.key, details: terms });
    return { outcome: "noted" };
  },
);

function termsOf({ groupNumber, agreement, agreedFrom, agreedUntil }: NoteGroup): Terms {
  const given = wordOf(groupNumber.replace(/[\s.-]/g, "").toUpperCase());
  return { number: given, agreement: readNote(agreement), agreedFrom, agreedUntil };
}

const wordOf = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function reasonsAgainst({ number, agreement, agreedFrom, agreedUntil }: Terms) {
  const hasDates = agreedFrom !== null || agreedUntil !== null;
  return [
    ...(number !== null && !numberShape.test(number) ? (["number-unclear"] as const) : []),
    ...(agreement !== null && agreement.length > 100 ? (["agreement-too-long"] as const) : []),
    ...(agreement === null && hasDates ? (["dates-without-agreement"] as const) : []),
    ...(agreedFrom !== null && agreedUntil !== null && agreedUntil < agreedFrom
      ? (["ends-before-it-begins"] as const)
      : []),
  ];
}
