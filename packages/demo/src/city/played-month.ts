import type { CoverState } from "@tuwai/domain/cover";
import { firstDay } from "@tuwai/domain/time";
import { listCover } from "@tuwai/server/cover";
import { getPurses, verifyLedger } from "@tuwai/server/ledger";
import type { PayerMoney, PlayedMonth } from "./city-book.ts";
import { actorAs, allPages, codeOf } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

const graces = ["grace-1", "grace-2", "grace-3"] as const;

/** Codes of those in arrears, as the list of cover shows them. */
export async function inArrears(stage: Pick<Stage, "app">): Promise<ReadonlySet<string>> {
  return codesIn(stage, graces);
}

async function codesIn(
  { app }: Pick<Stage, "app">,
  states: readonly CoverState[],
): Promise<ReadonlySet<string>> {
  const manager = await actorAs({ app }, "mgr");
  const codes = new Set<string>();
  for (const state of states)
    for (const { person } of await allPages((page) => listCover(app, manager, { page, state })))
      codes.add(codeOf(person));
  return codes;
}

/** The figures of a month by the lists and books that the pages show. */
export async function reportMonth(stage: Stage, before: ReadonlySet<string>): Promise<PlayedMonth> {
  const { app, month } = stage;
  const { counts } = await listCover(app, await actorAs(stage, "mgr"), {});
  const count = (...states: readonly CoverState[]) =>
    counts.reduce((sum, each) => sum + (states.includes(each.state) ? each.count : 0), 0);
  const [grace, ended] = [await inArrears(stage), await codesIn(stage, ["ended"])];
  const others = await codesIn(stage, ["died", "village-owes"]);
  const left = [...before].filter((code) => !grace.has(code));
  const payers = await moneyByPayer(stage);
  const sum = (of: (payer: PayerMoney) => number) => payers.reduce((total, payer) => total + of(payer), 0);
  const { entries, ok } = await verifyLedger(app);
  return {
    month,
    asOf: app.clock.today(),
    covered: count("covered"),
    due: count("due"),
    grace: count(...graces),
    villageOwes: count("village-owes"),
    ended: count("ended"),
    lapsesSuffered: left.filter((code) => ended.has(code)).length,
    lapsesPrevented: left.filter((code) => !ended.has(code) && !others.has(code)).length,
    moneyIn: sum(({ moneyIn }) => moneyIn),
    moneyOut: sum(({ moneyOut }) => moneyOut),
    balance: sum(({ balance }) => balance),
    payers,
    ledger: { entries, ok },
  };
}

/** Each payer's money has accounts of its own: what came in is what went out and what is left. */
async function moneyByPayer(stage: Stage): Promise<readonly PayerMoney[]> {
  const purses = await getPurses(stage.app, await actorAs(stage, "fin"));
  return [...Map.groupBy(purses, ({ bank }) => payerNamed(bank))].map(([payer, own]) => ({
    payer,
    moneyIn: own.reduce((sum, { moneyIn }) => sum + moneyIn, 0),
    moneyOut: own.reduce((sum, { moneyOut }) => sum + moneyOut, 0),
    balance: own.reduce((sum, { balance }) => sum + balance, 0),
  }));
}

function payerNamed(bank: string): string {
  if (bank.startsWith("desa-")) return "village";
  if (bank === "kas-kota") return "city";
  return bank === "nagari-asn" ? "civil-servants" : "firm";
}

/** Whether every rupiah of a month is where the books say; the day the month stood at must lie in it. */
export function isBalanced({ payers, ledger, month, asOf }: PlayedMonth): boolean {
  const isWhole = payers.every(({ moneyIn, moneyOut, balance }) => moneyIn === moneyOut + balance);
  return ledger.ok && isWhole && asOf >= firstDay(month);
}
