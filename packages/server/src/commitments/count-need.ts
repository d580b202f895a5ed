import { commitmentGroups, hasGroup } from "@tuwai/domain/commitments";
import { readNote } from "#app";
import { placeOf } from "#regions";
import type { RegionCode } from "@tuwai/domain/regions";
import { change, type Operation } from "#use-case";
import { requireYear } from "./list-commitments.ts";
import { kindOfVillage } from "./read-year.ts";
import { insertNeedCount } from "./year.store.ts";

export type CountNeed = Operation & {
  readonly villageCode: string;
  readonly year?: number;
  readonly group: string;
  /** Null: back to what the register has. */
  readonly people: number | null;
  readonly reason: string;
};

export type CountNeedOutcome =
  | { readonly outcome: "counted" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("unknown-group" | "people-unclear" | "reason-missing")[];
    };

/** How many people a group really has, where the village knows better than the register, with why. Throws `not-found`. */
export const countNeed = change(
  { name: "commitment.count-need", permission: "village_commitment.write" },
  async (step, input: CountNeed): Promise<CountNeedOutcome> => {
    const { tx, actor, now } = step;
    const year = requireYear(input.year, step.today);
    const place = step.within((await placeOf(tx, input.villageCode)) ?? undefined);
    const { regionCode, villageCode, kecamatanCode } = place;
    const kind = kindOfVillage(villageCode as RegionCode);
    const group = commitmentGroups.find((one) => one === input.group && hasGroup(kind, one));
    const reason = readNote(input.reason);
    const { people } = input;
    const isClear = people === null || (Number.isInteger(people) && people >= 0 && people <= 100_000);
    const reasons = [
      ...(group === undefined ? (["unknown-group"] as const) : []),
      ...(isClear ? [] : (["people-unclear"] as const)),
      ...(reason === null ? (["reason-missing"] as const) : []),
    ];
    if (reasons.length > 0 || group === undefined || reason === null)
      return step.unchanged({ outcome: "refused", reasons });
    await insertNeedCount(tx, {
      regionCode,
      id: step.newId(),
      villageCode,
      kecamatanCode,
      year,
      group,
      people,
      reason,
      by: actor.userId,
      countedRole: actor.role,
      countedAt: now,
    });
    const details = { year, group, people };
    await step.audit({ objectType: "village_commitment", objectId: villageCode, details });
    return { outcome: "counted" };
  },
);
