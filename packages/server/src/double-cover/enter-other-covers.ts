import { type CoverLineProblem, mostCoverLines, readCoverLines } from "@tuwai/domain/double-cover";
import { namesAlike } from "@tuwai/domain/identity";
import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { listNamed } from "./double-cover.view.ts";
import { insertOtherCovers, withdrawOtherCover } from "./other-cover.store.ts";

export type LineProblem = {
  readonly line: number;
  readonly problem: CoverLineProblem["problem"] | "unknown-person" | "name-differs";
};

export type EnterOtherCovers = Operation & { readonly pasted: string };
export type EnterOutcome =
  | {
      readonly outcome: "entered";
      readonly workers: number;
      readonly already: number;
      readonly problems: readonly LineProblem[];
    }
  | { readonly outcome: "refused"; readonly reasons: readonly ("nothing-read" | "too-many")[] };

/** Below it two written names are not of one person. */
const alikeFrom = 0.5;

/**
 * Workers for whom somebody else pays, as their list says: pasted, each line for itself. A line whose NIK we do not know, or that names somebody
 * else, is told by its number; no number of a stranger is kept.
 */
export const enterOtherCovers = change(
  { name: "double-cover.enter", permission: "double_cover.write" },
  async (step, input: EnterOtherCovers): Promise<EnterOutcome> => {
    const { lines, problems: unread } = readCoverLines(input.pasted, step.today);
    if (lines.length + unread.length > mostCoverLines)
      return step.unchanged({ outcome: "refused", reasons: ["too-many"] });
    if (lines.length === 0 && unread.length === 0)
      return step.unchanged({ outcome: "refused", reasons: ["nothing-read"] });
    const indexes = new Map(lines.map(({ line, nik }) => [line, step.app.keys.blindIndex("nik", nik)]));
    const named = await listNamed(step.tx, step.area, [...indexes.values()]);
    const byNik = new Map(named.map((one) => [one.nik, one]));
    const problems: LineProblem[] = [...unread];
    const covers = lines.flatMap(({ line, name, payer, fromMonth, lastMonth }) => {
      const person = byNik.get(indexes.get(line)!.toString("hex"));
      const isOther = person !== undefined && name !== "" && namesAlike(name, person.fullName) < alikeFrom;
      if (person === undefined || isOther) {
        problems.push({ line, problem: person === undefined ? "unknown-person" : "name-differs" });
        return [];
      }
      const { personId, villageCode, kecamatanCode } = person;
      return [{ id: step.newId(), personId, villageCode, kecamatanCode, payer, fromMonth, lastMonth }];
    });
    const { regionCode, userId: by } = step.actor;
    const workers = await insertOtherCovers(step.tx, { regionCode, by, at: step.now }, covers);
    const details = { workers, refused: problems.length };
    await step.audit({ objectType: "double-cover", objectId: "lines", details });
    const found = problems.toSorted((a, b) => a.line - b.line);
    return { outcome: "entered", workers, already: covers.length - workers, problems: found };
  },
);

/** Takes back what was entered wrongly; it stays in the history. Throws `not-found`. */
export const withdrawOther = change(
  { name: "double-cover.withdraw", permission: "double_cover.write" },
  async (
    step,
    { otherCoverId }: Operation & { readonly otherCoverId: string },
  ): Promise<{ readonly outcome: "withdrawn" }> => {
    const { regionCode, userId: by } = step.actor;
    const stamp = { regionCode, by, at: step.now };
    const personId = isUuid(otherCoverId)
      ? await withdrawOtherCover(step.tx, stamp, otherCoverId)
      : undefined;
    if (personId === undefined) throw new AppError("not-found", { object: "other-cover" });
    await step.audit({ objectType: "double-cover", objectId: personId, details: {} });
    return { outcome: "withdrawn" };
  },
);
