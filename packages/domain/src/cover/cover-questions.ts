import { payByDay, type RegistrationAge, registrationAge } from "#contributions";
import { addMonths, ageOn, monthAtIndex, monthIndex, monthOf, type CivilDate, type Month } from "#time";
import type { CoverInput } from "./cover-event.ts";
import { payingStates, stateAlive, type CoverState } from "./cover-state.ts";
import { isPaidMonth, spellOfMonth, type CoverFold } from "./fold-cover.ts";
import type { PriceOfMonth } from "./month-price.ts";
import { isPastEnd } from "./refunds.ts";
import type { Spell } from "./spells.ts";
import { settlingPayment, type Payment } from "./standing-payments.ts";

/** Something a person has to find out, because the evidence contradicts itself or the rules are silent. */
export type CoverQuestion =
  | { code: "double-payer"; month: Month; payers: string[] }
  | { code: "paid-twice"; month: Month }
  | { code: "underpaid"; month: Month; paid: number; price: number }
  | { code: "payment-outside-membership"; month: Month; on: CivilDate }
  | { code: "payment-after-end"; month: Month; on: CivilDate }
  | { code: "reversal-without-payment"; month: Month; on: CivilDate }
  | { code: "unpaid-month-passed-over"; month: Month }
  | { code: "first-contribution-unpaid"; month: Month }
  | { code: "registered-while-member"; on: CivilDate }
  | { code: "membership-start-unknown"; on: CivilDate }
  | { code: "membership-presumed"; on: CivilDate }
  | { code: "list-says-inactive"; on: CivilDate; state: CoverState }
  | { code: "registered-too-young"; on: CivilDate; age: number; from: number }
  | { code: "registered-at-65-or-older"; on: CivilDate }
  | { code: "turns-65"; on: CivilDate }
  | { code: "over-65-cannot-return"; on: CivilDate }
  | { code: "accident-outside-cover"; on: CivilDate; state: CoverState }
  | { code: "moved-away"; on: CivilDate }
  | { code: "formal-job"; on: CivilDate }
  | { code: "death-in-grace"; on: CivilDate }
  | { code: "recorded-after-death"; count: number }
  | { code: "village-owes"; month: Month };

/** Turning 65 is announced this long before: whoever lapses after it cannot come back. */
const noticeMonthsBefore65 = 6;

/** All open questions, in a fixed order: money, membership, lists, age, then what happened to the worker. */
export function coverQuestions(
  input: CoverInput,
  fold: CoverFold,
  knownOn: CivilDate,
  ages: RegistrationAge = registrationAge,
): CoverQuestion[] {
  return [
    ...paymentQuestions(fold),
    ...unpaidQuestions(fold),
    ...membershipQuestions(fold),
    ...ageQuestions(fold, input.person.birthDate, ages),
    ...happeningQuestions(fold),
    ...deathQuestions(input, fold, knownOn),
  ];
}

function paymentQuestions(fold: CoverFold): CoverQuestion[] {
  const byMonth = [...fold.payments.byMonth]
    .map(([index, payments]) => [index, payments.filter(({ on }) => on <= fold.until)] as const)
    .filter(([, payments]) => payments.length > 0)
    .toSorted(([a], [b]) => a - b);
  return [
    ...byMonth.flatMap(([index, payments]) => severalPayments(index, payments, fold.priceOfMonth)),
    ...byMonth.flatMap(([index, payments]) =>
      payments.flatMap((payment) => uselessPayment(fold, index, payment)),
    ),
    ...fold.payments.reversalsWithoutPayment.map(
      ({ month, on }) => ({ code: "reversal-without-payment", month, on }) as const,
    ),
  ];
}

function severalPayments(
  index: number,
  payments: readonly Payment[],
  priceOfMonth: PriceOfMonth,
): CoverQuestion[] {
  const month = monthAtIndex(index);
  const settling = settlingPayment(index, payments, priceOfMonth);
  if (settling === undefined) {
    const { payer, expected } = payments[0]!;
    const paid = payments.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    return [{ code: "underpaid", month, paid, price: expected ?? priceOfMonth(index, payer) ?? 0 }];
  }
  if (payments.at(-1) === settling) return [];
  const payers = [...new Set(payments.flatMap(({ payer }) => payer ?? []))].toSorted();
  return [payers.length > 1 ? { code: "double-payer", month, payers } : { code: "paid-twice", month }];
}

/** Money that bought no cover: for a month without membership, or in one that had ended when it came. */
function uselessPayment(fold: CoverFold, index: number, { on }: Payment): CoverQuestion[] {
  const month = monthAtIndex(index);
  if (isPastEnd(fold, index, on)) return [{ code: "payment-after-end", month, on }];
  const isOutside = fold.spells.every(({ firstMonth }) => index < firstMonth);
  return isOutside ? [{ code: "payment-outside-membership", month, on }] : [];
}

function unpaidQuestions(fold: CoverFold): CoverQuestion[] {
  const now = monthIndex(monthOf(fold.until));
  return fold.spells.flatMap((spell) => {
    const first = firstUnpaidQuestion(spell);
    if (spell.firstPaid === undefined) return first;
    const last = Math.min(now, (spell.endMonth ?? Number.POSITIVE_INFINITY) - 1);
    const unpaid: number[] = [];
    let lastPaid = -1;
    for (let index = spell.firstPaid; index <= last; index += 1) {
      if (isPaidMonth(fold, spell, index)) lastPaid = index;
      else unpaid.push(index);
    }
    return [...first, ...unpaid.flatMap((index) => unpaidQuestion(fold, spell, index, lastPaid))];
  });
}

function firstUnpaidQuestion({ openedBy, firstMonth, firstPaid }: Spell): CoverQuestion[] {
  const isPaid = firstPaid === firstMonth || openedBy !== "accepted";
  return isPaid ? [] : [{ code: "first-contribution-unpaid", month: monthAtIndex(firstMonth) }];
}

function unpaidQuestion(fold: CoverFold, spell: Spell, index: number, lastPaid: number): CoverQuestion[] {
  const month = monthAtIndex(index);
  if (spell.lapses) return index < lastPaid ? [{ code: "unpaid-month-passed-over", month }] : [];
  const due = payByDay(spell.segment, month, fold.settings);
  return due !== undefined && fold.until <= due ? [] : [{ code: "village-owes", month }];
}

function membershipQuestions(fold: CoverFold): CoverQuestion[] {
  const fromList = fold.spells.find(({ openedBy }) => openedBy === "listed");
  const presumed = fold.spells.flatMap(({ openedBy, from }): CoverQuestion[] =>
    openedBy === "payment" && from <= fold.until ? [{ code: "membership-presumed", on: from }] : [],
  );
  const others = fold.events.flatMap((event): CoverQuestion[] => {
    if (event.type === "registered" || event.type === "accepted") {
      const spell = spellOfMonth(fold, monthIndex(monthOf(event.on)));
      const isMember = spell !== undefined && spell.openedBy !== "payment" && spell.from < event.on;
      return isMember ? [{ code: "registered-while-member", on: event.on }] : [];
    }
    if (event.type !== "listed") return [];
    if (event.status === "active") {
      const isFirst = fromList !== undefined && fromList.from === event.asOf;
      return isFirst ? [{ code: "membership-start-unknown", on: event.asOf }] : [];
    }
    const state = stateAlive(fold, event.asOf);
    const isMember = state === "village-owes" || payingStates.includes(state);
    return isMember ? [{ code: "list-says-inactive", on: event.asOf, state }] : [];
  });
  return [...others, ...presumed];
}

/** A member may pay on past the age of registration, but one who lapsed cannot return. */
function ageQuestions(
  fold: CoverFold,
  birthDate: CivilDate | undefined,
  { from, below }: RegistrationAge,
): CoverQuestion[] {
  const spell = fold.spells.at(-1);
  if (birthDate === undefined || spell === undefined || fold.death !== undefined) return [];
  // An officer is registered by an employer, at any age.
  if (spell.segment !== "bpu") return [];
  const age = ageOn(birthDate, spell.from);
  if (age < from) return [{ code: "registered-too-young", on: spell.from, age, from }];
  const turns65 = addMonths(birthDate, below * 12);
  if (age >= below) return [{ code: "registered-at-65-or-older", on: spell.from }];
  if (ageOn(birthDate, fold.until) >= below) return [{ code: "over-65-cannot-return", on: turns65 }];
  return turns65 <= addMonths(fold.until, noticeMonthsBefore65) ? [{ code: "turns-65", on: turns65 }] : [];
}

function happeningQuestions(fold: CoverFold): CoverQuestion[] {
  return fold.events.flatMap((event): CoverQuestion[] => {
    if (event.type === "moved") return [{ code: "moved-away", on: event.on }];
    if (event.type === "formal-job") return [{ code: "formal-job", on: event.on }];
    if (event.type !== "accident") return [];
    const state = stateAlive(fold, event.on);
    const isCovered = state === "covered" || state === "due";
    return isCovered ? [] : [{ code: "accident-outside-cover", on: event.on, state }];
  });
}

function deathQuestions(input: CoverInput, fold: CoverFold, knownOn: CivilDate): CoverQuestion[] {
  if (fold.death === undefined) return [];
  const state = stateAlive(fold, fold.death.on);
  const later = input.events.filter(
    (event) => event.type !== "listed" && event.on > fold.until && event.on <= knownOn,
  ).length;
  return [
    ...(state.startsWith("grace") ? [{ code: "death-in-grace", on: fold.death.on } as const] : []),
    ...(later > 0 ? [{ code: "recorded-after-death", count: later } as const] : []),
  ];
}
