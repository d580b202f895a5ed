import { may, scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getToPay } from "@tuwai/server/bills";
import { daysBetween } from "@tuwai/domain/time";
import { callsFor } from "#calls";
import type { LoadedCoverage } from "#coverage";
import { callTexts } from "#language/calls.ts";
import { formatDate, formatMonth, formatNumber, formatRupiah, formatShortDate } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { frontTexts } from "#language/fronts.ts";
import type { Language } from "#language/language.ts";
import type { NameCard } from "#ui";
import { firstPeople } from "./first-people.ts";
import type { OwnArea } from "./own-area.ts";

/** What stands above everything else: one number, and at most three names. */
export type Front = {
  readonly number: string | null;
  readonly text: string;
  readonly note: string | null;
  readonly names: { readonly title: string; readonly cards: readonly NameCard[] };
  /** The first name is the most urgent thing of the page; otherwise the first task is. */
  readonly isCall: boolean;
  /** The number is the share of the area, which nothing below has to say again. */
  readonly isShare: boolean;
};

type Asked = {
  readonly language: Language;
  readonly loaded: LoadedCoverage;
  readonly area: OwnArea;
};

/** By what the reader may do; null for desks whose first number is how much waits for them. */
export async function frontFor(app: App, actor: Actor, asked: Asked): Promise<Front | null> {
  if (may(actor, "list_decision.approve") && scopeOf(actor, "list_decision.approve") === "V")
    return villageFront(app, actor, asked);
  if (!may(actor, "call.list")) return null;
  if (scopeOf(actor, "call.list") === "K") return kecamatanFront(app, actor, asked);
  return may(actor, "remittance.receive") ? payFront(app, actor, asked) : cityFront(app, actor, asked);
}

async function kecamatanFront(app: App, actor: Actor, { language, loaded }: Asked): Promise<Front> {
  const t = callTexts[language];
  const { cards, urgent } = await callsFor([app, actor], { language, places: loaded.rows });
  return {
    number: cards.length === 0 ? null : formatNumber(language, cards.length),
    text: cards.length === 0 ? t.nobody : t.toCall,
    note: urgent === 0 ? null : t.urgentNote(formatNumber(language, urgent)),
    names: { title: t.names, cards },
    isCall: true,
    isShare: false,
  };
}

async function cityFront(app: App, actor: Actor, { language, loaded }: Asked): Promise<Front> {
  const t = frontTexts[language].city;
  const { cards } = await callsFor([app, actor], { language, places: loaded.rows });
  const { percent, numerator, denominator, asOf } = loaded.share;
  const isKnown = percent !== null && numerator !== null && denominator !== null;
  const number = (n: number) => formatNumber(language, n);
  return {
    number: isKnown ? formatShare(language, { percent, numerator, denominator }) : null,
    text: isKnown ? t.text(number(numerator), number(denominator)) : t.none,
    note: asOf.numerator === null ? null : t.note(formatDate(language, asOf.numerator)),
    names: { title: t.names, cards },
    isCall: false,
    isShare: isKnown,
  };
}

async function payFront(app: App, actor: Actor, { language, loaded }: Asked): Promise<Front> {
  const t = frontTexts[language].pay;
  const { cards } = await callsFor([app, actor], { language, places: loaded.rows });
  const { month, rupiah, workers, until, unbilled } = await getToPay(app, actor);
  const name = formatMonth(language, month);
  const number = (n: number) => formatNumber(language, n);
  const past = until === null ? 0 : daysBetween(until, app.clock.today());
  const notes = [
    ...(past > 0 ? [t.past(number(past))] : []),
    t.people(number(workers)),
    ...(unbilled > 0 ? [t.unbilled(number(unbilled))] : []),
  ];
  const open = until === null ? t.textOpen(name) : t.text(name, formatShortDate(language, until));
  return {
    number: rupiah === 0 ? null : formatRupiah(language, rupiah),
    text: rupiah === 0 ? t.allPaid(name) : open,
    note: rupiah === 0 ? null : notes.join(" "),
    names: { title: t.names, cards },
    isCall: false,
    isShare: false,
  };
}

async function villageFront(app: App, actor: Actor, { language, area }: Asked): Promise<Front> {
  const t = frontTexts[language].village;
  const { numerator, denominator } = area.listed ?? area.share;
  const isKnown = numerator !== null && denominator !== null;
  return {
    number: isKnown ? formatNumber(language, numerator) : null,
    text: isKnown ? t.text(formatNumber(language, denominator), area.name) : t.none(area.name),
    note: null,
    names: { title: t.names, cards: await firstPeople(app, actor, language) },
    isCall: false,
    isShare: isKnown,
  };
}
