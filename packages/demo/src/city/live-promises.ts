import { kindOfCode, type RegionCode } from "@tuwai/domain/regions";
import type { Actor } from "@tuwai/server/app";
import { getVillageCommitments, takeCommitmentStep } from "@tuwai/server/commitments";
import { enrolFromCommitments, previewPeople } from "@tuwai/server/fulfilment";
import { getTable } from "@tuwai/server/meetings";
import { meetingOf } from "./live-rakor.ts";
import { actorAs, dayOf, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** Of ten villages: six budget what they said, two only with the change of the budget, the others never. */
const keeping = { kept: 0.62, late: 0.82 };

/** What came of the promises by now: January's budgets, August's changes, and what is paid by the quarter. */
export async function followPromises(stage: Stage): Promise<void> {
  const manager = await actorAs(stage, "mgr");
  const meeting = await meetingOf(stage, manager, yearOf(stage));
  const act = acts[stage.month.slice(5)];
  if (meeting === undefined || act === undefined) return;
  const { villages } = await getTable(stage.app, manager, { meetingCode: meeting.code });
  for (const { villageCode } of villages) await act(stage, villageCode, keptOf(stage, villageCode));
}

const yearOf = ({ month }: Stage): number => Number(month.slice(0, 4));

type Kept = "kept" | "late" | "broken";

/** What becomes of a village's promise, the same in every play. */
export function keptOf(stage: Stage, villageCode: string): Kept {
  const drawn = fate(stage, "janji", villageCode);
  if (drawn < keeping.kept) return "kept";
  return drawn < keeping.late ? "late" : "broken";
}
type Act = (stage: Stage, villageCode: RegionCode, kept: Kept) => Promise<void>;

const acts: Readonly<Record<string, Act>> = {
  "01": (stage, villageCode, kept) =>
    kept === "kept" ? settle(stage, villageCode, "initial") : Promise.resolve(),
  "04": (stage, villageCode, kept) => (kept === "kept" ? pay(stage, villageCode, 4) : Promise.resolve()),
  "07": (stage, villageCode, kept) => (kept === "kept" ? pay(stage, villageCode, 4) : Promise.resolve()),
  "08": (stage, villageCode, kept) =>
    kept === "late" ? settle(stage, villageCode, "changed") : Promise.resolve(),
  "10": (stage, villageCode, kept) =>
    kept === "broken" ? Promise.resolve() : pay(stage, villageCode, kept === "kept" ? 4 : 2),
};

/** The village's head and each of its promises. */
async function promisesOf(stage: Stage, villageCode: RegionCode) {
  const head = await actorAs(stage, `kds-${villageCode}`);
  const village = await getVillageCommitments(stage.app, head, { villageCode, year: yearOf(stage) });
  const commitments = village.groups.flatMap(({ commitment }) => commitment ?? []);
  return { head, commitments: commitments.filter(({ promised }) => promised > 0) };
}

/** The budget is law: the paper of its draft and its own are shown, and the people of its lines are enrolled. */
async function settle(stage: Stage, villageCode: RegionCode, budget: "initial" | "changed"): Promise<void> {
  const { app, month } = stage;
  const number = `${1 + Math.floor(fate(stage, "perdes", villageCode) * 9)} Tahun ${month.slice(0, 4)}`;
  const paper = { paperNumber: number, paperOn: dayOf(month, 15) };
  // A kelurahan's line goes into the city's own budget, of which no draft is evaluated.
  const isDesa = kindOfCode(villageCode) !== "kelurahan";
  for (const step of isDesa ? (["draft-budget", "settle"] as const) : (["settle"] as const)) {
    const { head, commitments } = await promisesOf(stage, villageCode);
    for (const { id, version, promised: amount } of commitments)
      await take(stage, head, { commitmentId: id, version, step, budget, amount, ...paper });
  }
  const manager = await actorAs(stage, "mgr");
  const of = { villageCode, year: yearOf(stage) };
  const { toEnrol, toCount } = await previewPeople(app, manager, of);
  const people = toEnrol + toCount;
  if (people > 0) await enrolFromCommitments(app, manager, { ...operation(stage), ...of, people });
}

/** One of so many parts of what is budgeted. */
async function pay(stage: Stage, villageCode: RegionCode, parts: number): Promise<void> {
  const { month } = stage;
  const { head, commitments } = await promisesOf(stage, villageCode);
  const paper = { paperNumber: `SP2D/${month}/${villageCode.slice(-4)}`, paperOn: dayOf(month, 20) };
  for (const { id, version, initial, changed } of commitments) {
    const amount = Math.floor((changed ?? initial ?? 0) / parts);
    if (amount > 0) await take(stage, head, { commitmentId: id, version, step: "pay", amount, ...paper });
  }
}

type Taken = Omit<Parameters<typeof takeCommitmentStep>[2], "operationId" | "scan">;

async function take(stage: Stage, head: Actor, taken: Taken): Promise<void> {
  const said = await takeCommitmentStep(stage.app, head, { ...operation(stage), ...taken, scan: null });
  if (said.outcome === "refused") throw new Error(`${taken.step}: ${said.reasons.join(", ")}`);
}
