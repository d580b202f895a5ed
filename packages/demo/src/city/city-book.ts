import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CivilDate, Month } from "@tuwai/domain/time";

/** Money of one kind of payer since the play began, in whole rupiah. */
export type PayerMoney = {
  readonly payer: string;
  readonly moneyIn: number;
  readonly moneyOut: number;
  readonly balance: number;
};

/** How the city stands at the end of a month. */
export type PlayedMonth = {
  readonly month: Month;
  readonly asOf: CivilDate;
  readonly covered: number;
  readonly due: number;
  readonly grace: number;
  readonly villageOwes: number;
  readonly ended: number;
  /** Cover that ended in this month because nobody paid, and cover in arrears when it began that is paid for when it ends. */
  readonly lapsesSuffered: number;
  readonly lapsesPrevented: number;
  /** Of all payers together, since the play began. */
  readonly moneyIn: number;
  readonly moneyOut: number;
  readonly balance: number;
  readonly payers: readonly PayerMoney[];
  readonly ledger: { readonly entries: number; readonly ok: boolean };
};

/**
 * What the offices of the demo city keep on paper, beside the application: BPJS its member numbers, the manager whose worker a mandate
 * pays for, the villages which of them have endorsed. One file in the demo's folder; whoever takes a city along takes it too.
 */
export type CityBook = {
  readonly seed: number;
  /** First month of the play, and how many it was made for. */
  readonly first: Month;
  readonly months: number;
  /** How many of its kecamatan take part at most. */
  readonly kecamatan: number;
  /** How many villages of each send their list at most. */
  readonly perKecamatan: number;
  /** The moment the city stands at when the play is over. */
  readonly until: string;
  /** Member number by code of the worker: given once and kept for ever. */
  readonly numbers: Record<string, string>;
  /** Code of the mandate by code of the worker it pays for. */
  readonly mandates: Record<string, string>;
  /** Code of the village that pays by code of the worker. */
  readonly villages: string[];
  /** Civil servants who have signed, by their place on BKPSDM's list. */
  readonly signed: number[];
  /** How often BPJS has turned a worker away. */
  readonly refused: Record<string, number>;
  /** Money that went to BPJS and that its list has not shown yet: worker and month. */
  readonly onTheWay: string[];
  /** Steps that are over, as "2025-07/payroll". */
  readonly done: string[];
  readonly reports: PlayedMonth[];
};

const fileName = "buku-kota.json";

export function readBook(folder: string): CityBook | null {
  const path = join(folder, fileName);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CityBook) : null;
}

export function newBook(
  of: Pick<CityBook, "seed" | "first" | "months" | "until" | "kecamatan" | "perKecamatan">,
): CityBook {
  const empty = { numbers: {}, mandates: {}, villages: [], signed: [], refused: {}, onTheWay: [] };
  return { ...of, ...empty, done: [], reports: [] };
}

/** Whole or not at all, so that a play that is killed finds the book of its last step. */
export function keepBook(folder: string, book: CityBook): void {
  const path = join(folder, fileName);
  writeFileSync(`${path}.baru`, JSON.stringify(book));
  renameSync(`${path}.baru`, path);
}
