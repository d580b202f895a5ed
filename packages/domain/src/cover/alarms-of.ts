import { earliestPayByDay } from "#contributions";
import { addDays, firstDay, lastDay, monthAtIndex, type CivilDate } from "#time";
import { lastPaidMonth } from "./cover-dates.ts";
import { type CoverFold } from "./fold-cover.ts";
import { participantFrom, type Spell } from "./spells.ts";

/**
 * What somebody has to be told about a worker who is losing cover, and since when. `unpaid`: the pay-by day went by.
 * `lapse-near`: 30 days to the stricter last day. `safe-day-past`: that day went by. `lapsed`: membership is over.
 */
export type Alarm = {
  code: "first-payment-missing" | "unpaid" | "lapse-near" | "safe-day-past" | "lapsed";
  on: CivilDate;
};

const noticeDays = 30;

/**
 * The alarms that stand on the last day of the evidence, in the order of their days. They are read from the fold and kept
 * nowhere: whoever looks days late finds each of them, a part payment moves them, a full one takes them away. Where the law
 * is open, the earlier day counts. Nobody is warned of the lapse of somebody who died.
 */
export function alarmsOf(fold: CoverFold): Alarm[] {
  const spell = fold.spells.at(-1);
  if (spell === undefined || fold.death !== undefined) return [];
  return possibleAlarms(fold, spell).filter(({ on }) => on <= fold.until);
}

function possibleAlarms(fold: CoverFold, spell: Spell): Alarm[] {
  if (participantFrom(spell) === null) {
    if (spell.openedBy !== "accepted") return [];
    const due = earliestPayByDay(spell.segment, monthAtIndex(spell.firstMonth)) ?? spell.from;
    return [{ code: "first-payment-missing", on: addDays(due > spell.from ? due : spell.from, 1) }];
  }
  const unpaid = earliestPayByDay(spell.segment, monthAtIndex(lastPaidMonth(fold, spell) + 1));
  const alarms: Alarm[] = unpaid === undefined ? [] : [{ code: "unpaid", on: addDays(unpaid, 1) }];
  if (spell.endMonth === undefined || !spell.lapses) return alarms;
  const safe = lastDay(monthAtIndex(spell.endMonth - 2));
  return [
    ...alarms,
    { code: "lapse-near", on: addDays(safe, -noticeDays) },
    { code: "safe-day-past", on: addDays(safe, 1) },
    { code: "lapsed", on: firstDay(monthAtIndex(spell.endMonth)) },
  ];
}
