import { type Price } from "@tuwai/domain/contributions";
import { monthOf, type Month } from "@tuwai/domain/time";
import { type Area, areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess, recordChange } from "#audit";
import { listTakenPersons, priceFor, type Pricing, readPricing } from "#contributions";
import { inTransaction, runOnce, type Tx } from "#database";
import { advanceEnrolments, listNiksEnrolled, listReadyLines, lockPayers, type ReadyLine } from "#enrolment";
import { checkLine, type LineReason } from "./check-line.ts";
import { findLatestMapping } from "./packet-mapping.store.ts";
import { insertPacket, insertPacketLines } from "./packet.store.ts";

/** A worker who cannot go yet; the enrolment stays `ready`. No code when the enrolment is not there at all. */
export type LeftOut = {
  readonly enrolmentId: string;
  readonly personCode?: string;
  readonly reasons: readonly LineReason[];
};

export type ComposeOutcome =
  | {
      readonly outcome: "composed";
      readonly packetId: string;
      readonly code: string;
      readonly version: number;
      readonly lines: number;
      readonly totalRupiah: number;
      readonly leftOut: readonly LeftOut[];
    }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("month-in-past" | "nothing-can-go")[];
      readonly leftOut: readonly LeftOut[];
    };

type Input = {
  readonly operationId: string;
  readonly month: Month;
  /** All that are ready, when left out. */
  readonly enrolmentIds?: readonly string[];
};

/** Puts ready workers into a draft for the city's BPJS branch, each line checked as the branch would and priced by law. */
export async function composePacket(app: App, actor: Actor, input: Input): Promise<ComposeOutcome> {
  const area = areaOf(actor, authorise(actor, "enrolment.submit"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "packet.compose", request }, async () => {
      if (input.month < monthOf(app.clock.today()))
        return { outcome: "refused", reasons: ["month-in-past"], leftOut: [] };
      await lockPayers(tx);
      const { lines, leftOut } = await sortLines(app, tx, { actor, area }, input);
      if (lines.length === 0) return { outcome: "refused", reasons: ["nothing-can-go"], leftOut };
      return { ...(await store(app, tx, actor, { ...input, lines })), leftOut };
    }),
  );
}

type PricedLine = { readonly line: ReadyLine; readonly price: Price };

async function store(
  app: App,
  tx: Tx,
  actor: Actor,
  made: Input & { readonly lines: readonly PricedLine[] },
) {
  const { enrolment } = await readPricing(tx, actor.regionCode);
  const branch = enrolment["bpjs-branch"].value;
  const mapping = await findLatestMapping(tx, { regionCode: actor.regionCode, branch });
  if (mapping === undefined)
    throw new AppError("not-set-up", { message: `No packet columns for branch ${branch}.` });
  const packetId = app.newId();
  const code = await insertPacket(tx, {
    regionCode: actor.regionCode,
    id: packetId,
    branch,
    month: made.month,
    madeBy: actor.userId,
    madeAt: app.clock.now(),
    mappingNumber: mapping.number,
  });
  const rows = made.lines.map(({ line, price }, index) => ({
    ...line,
    nikSealed: undefined,
    nikIndex: undefined,
    lineNo: index + 1,
    amountRupiah: price.total,
    price,
  }));
  await insertPacketLines(tx, { regionCode: actor.regionCode, packetId }, rows);
  const ids = rows.map(({ enrolmentId }) => enrolmentId);
  const moved = await advanceEnrolments({ tx }, ids, { from: "ready", to: "in-packet" });
  if (moved !== ids.length) throw new AppError("stale", { object: "enrolment" });
  const totalRupiah = rows.reduce((total, { amountRupiah }) => total + amountRupiah, 0);
  await recordChange(app, tx, actor, {
    action: "packet.compose",
    objectType: "packet",
    objectId: packetId,
    operationId: made.operationId,
    details: { code, month: made.month, branch, lines: rows.length, totalRupiah },
  });
  return { outcome: "composed", packetId, code, version: 1, lines: rows.length, totalRupiah } as const;
}

type By = { readonly actor: Actor; readonly area: Area };

async function sortLines(app: App, tx: Tx, { actor, area }: By, input: Input) {
  const ready = await listReadyLines(tx, area, input.enrolmentIds ?? null);
  const personIds = ready.map(({ personId }) => personId);
  // The access row stands before any NIK is opened (reliability.md B.3, rule 4).
  const fields = ["full_name", "birth_date", "sex", "nik", "nik_status"];
  await recordAccess(app, tx, actor, { personIds, purpose: "packet-compose", fields });
  const pricing = await readPricing(tx, actor.regionCode);
  const against = await reasonsFromOthers(tx, area, ready, input.month);
  const lines: PricedLine[] = [];
  const leftOut: LeftOut[] = missing(input, ready);
  for (const line of ready) {
    const nik = openNik(app, line);
    const checked = { nik, month: input.month, today: app.clock.today() };
    const priced = priceLine(line, input.month, pricing);
    const reasons = [...checkLine(line, checked, pricing.enrolment), ...against(line), ...priced.reasons];
    if (reasons.length === 0 && priced.price !== undefined) lines.push({ line, price: priced.price });
    else leftOut.push({ enrolmentId: line.enrolmentId, personCode: line.personCode, reasons });
  }
  return { lines, leftOut };
}

function openNik(app: App, { nikSealed, personId }: ReadyLine): string | null {
  return nikSealed && app.keys.open(nikSealed, { table: "persons", column: "nik", rowId: personId });
}

/** What can only be seen by looking at the others: one number on two people, a month another payer owes. */
async function reasonsFromOthers(tx: Tx, area: Area, ready: readonly ReadyLine[], month: Month) {
  const nikIndexes = ready.flatMap(({ nikIndex }) => nikIndex ?? []);
  const personIds = ready.map(({ personId }) => personId);
  const seen = Map.groupBy(nikIndexes, (nik) => nik);
  const twice = new Set(nikIndexes.filter((nik) => (seen.get(nik)?.length ?? 0) > 1));
  const elsewhere = new Set(await listNiksEnrolled(tx, area, { nikIndexes, exceptPersonIds: personIds }));
  const taken = await listTakenPersons(tx, { personIds, month });
  return ({ nikIndex, personId }: ReadyLine): readonly LineReason[] => [
    ...(nikIndex !== null && twice.has(nikIndex) ? (["nik-twice-in-packet"] as const) : []),
    ...(nikIndex !== null && elsewhere.has(nikIndex) ? (["nik-enrolled-elsewhere"] as const) : []),
    ...(taken.has(personId) ? (["month-taken"] as const) : []),
  ];
}

function priceLine(
  { fundSource, sector, capRupiah }: ReadyLine,
  month: Month,
  pricing: Pricing,
): { readonly price?: Price; readonly reasons: readonly LineReason[] } {
  const answer = priceFor(pricing, { fundSource, sector, month });
  if (answer.outcome === "no-rate") return { reasons: ["no-rate"] };
  const isAboveCap = capRupiah !== null && answer.price.total > capRupiah;
  return { price: answer.price, reasons: isAboveCap ? ["above-sponsor-cap"] : [] };
}

function missing({ enrolmentIds }: Input, ready: readonly ReadyLine[]): LeftOut[] {
  const found = new Set(ready.map(({ enrolmentId }) => enrolmentId));
  const absent = (enrolmentIds ?? []).filter((id) => !found.has(id));
  return absent.map((enrolmentId) => ({ enrolmentId, reasons: ["not-ready"] }));
}
