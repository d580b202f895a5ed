import { priceOf, type Payer, type Segment } from "#contributions";
import { monthAtIndex, monthIndex, monthOf } from "#time";
import type { CoverEvent, Registered } from "./cover-event.ts";

/** What the law asks for one worker in a month (`monthIndex`), by who pays; undefined where no row of law says. */
export type PriceOfMonth = (index: number, payer: string | undefined) => number | undefined;

/** Prices as this worker was registered: programmes, wage base, and sector, which is `other` where nobody says. */
export function pricesFor(usual: Segment, events: readonly CoverEvent[]): PriceOfMonth {
  let registrations: Registered[] | undefined;
  return (index, payer) => {
    registrations ??= events.filter((event) => event.type === "registered");
    const of = registrations.findLast(({ on }) => monthIndex(monthOf(on)) <= index) ?? registrations.at(0);
    return lawfulPrice(usual, index, payer, of);
  };
}

function lawfulPrice(
  usual: Segment,
  index: number,
  payer: string | undefined,
  registration: Registered | undefined,
): number | undefined {
  const { sector = "other", baseRupiah: income = 0, programmes, segment = usual } = registration ?? {};
  const purse = purseOf(payer) ?? purseOf(registration?.payer) ?? "private";
  const key = [segment, index, purse, sector, income, programmes?.join()].join("|");
  if (!known.has(key)) {
    const question = { segment, income, payer: purse, sector, month: monthAtIndex(index) };
    const held = programmes === undefined || programmes.length === 0 ? {} : { programmes };
    const answer = priceOf({ ...question, ...held });
    known.set(key, answer.outcome === "priced" ? answer.price.total : undefined);
  }
  return known.get(key);
}

/** The same few hundred prices are asked for every worker of a city. */
const known = new Map<string, number | undefined>();

/** A payer the law does not tell apart is a private one. */
function purseOf(payer: string | undefined): Payer | undefined {
  if (payer === undefined) return undefined;
  return purses.find((purse) => purse === payer) ?? "private";
}

const purses: readonly Payer[] = ["private", "pooled-asn", "apbn-apbd", "apbdes"];
