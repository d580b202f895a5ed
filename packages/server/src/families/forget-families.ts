import { keptMonths } from "@tuwai/domain/claims";
import { exitOf, forgetFrom } from "@tuwai/domain/families";
import type { App } from "#app";
import { addMonths } from "@tuwai/domain/time";
import { asCity } from "#use-case";
import { refuseBulk, type Seen, type WorkPayloads } from "#work";
import { eraseChildren } from "./child.store.ts";
import { deleteCopiesBefore } from "./copy.store.ts";
import { forgetTold } from "./household.store.ts";
import { isFollowed, loadFamilies } from "./load-family.ts";
import { rightsFor } from "./scholarship-right.ts";
import { calendarsOf } from "./show-child.ts";

/**
 * Handler of `families.forget`, every night: the record of a child whose time has come is erased, and frozen families of which no claim
 * can still come. Throws `too-large` when most would go at once, until an administrator has looked at it.
 */
export function forgetFamilies(
  app: App,
  _payload: WorkPayloads["families.forget"],
  seen: Seen,
): Promise<void> {
  return asCity(app, "retention.forget-families", async (step) => {
    const { tx, today } = step;
    const families = await loadFamilies(step, "all");
    const rights = await rightsFor(step.app, families);
    const children = families.flatMap((family) => {
      const calendars = calendarsOf(family, today, rights);
      return family.members.filter(isFollowed).map((child) => ({
        id: child.id,
        forgetFrom: forgetFrom({
          birthDate: child.birthDate,
          exitOn: exitOf(child),
          lastSchoolYear: calendars.get(child.id)?.years.at(-1)?.year ?? null,
        }),
      }));
    });
    const going = children.filter((child) => child.forgetFrom <= today).map(({ id }) => id);
    const all = { schedule: "families-retention", going: going.length, countAll: () => children.length };
    await refuseBulk(seen, tx, all);
    await eraseChildren(tx, going);
    await forgetTold(tx, going);
    const copies = await deleteCopiesBefore(tx, new Date(`${addMonths(today, -keptMonths)}T00:00:00+07:00`));
    if (going.length + copies === 0) return;
    const details = { forgotten: going.length + copies };
    await step.audit({ objectType: "family", objectId: today, details });
  });
}
