import { type Area, areaOf, authorise, type Permission, scopeOf } from "#access";
import type { Actor, App } from "#app";
import { inTransaction, nowOf, type Tx } from "#database";
import { programme } from "#eligibility";
import { undoDays } from "#imports";
import { kindsReadBy } from "#intake";
import { countPlaces, countWaiting } from "#matching";
import { countUpkeep } from "#upkeep";
import {
  countImportsToApprove,
  countListsToEndorse,
  countOpenQuestions,
  countOwnImports,
  countPackets,
  countProposedSponsorships,
  countReadyEnrolments,
  countRejectedPeople,
  findVillageList,
} from "./task.store.ts";

/** What may wait for somebody. The order is the one in which a desk should work: what others wait for comes first. */
export type TaskCode =
  | "approve-imports"
  | "approve-receipts"
  | "endorse-lists"
  | "answer-packets"
  | "mend-rejected"
  | "revise-returned-list"
  | "finish-imports"
  | "repair-rows"
  | "answer-link-questions"
  | "propose-list"
  | "accept-proposals"
  | "match-waiting"
  | "fund-waiting"
  | "compose-packet"
  | "send-packets"
  | "await-results"
  | "retry-dead-work"
  | "make-backup";

/** Where it is done; a caller knows the address. */
export type TaskTarget =
  | "import-approvals"
  | "imports"
  | "village-lists"
  | "lists-to-endorse"
  | "link-questions"
  | "matching"
  | "waiting-people"
  | "enrolments"
  | "rejected-enrolments"
  | "upkeep";

export type Task = { readonly code: TaskCode; readonly count: number; readonly target: TaskTarget };

type Source = (tx: Tx, actor: Actor, app: App) => Promise<readonly Task[]>;

const targets: Readonly<Record<TaskCode, TaskTarget>> = {
  "approve-imports": "import-approvals",
  "approve-receipts": "import-approvals",
  "endorse-lists": "lists-to-endorse",
  "answer-packets": "enrolments",
  "mend-rejected": "rejected-enrolments",
  "revise-returned-list": "village-lists",
  "finish-imports": "imports",
  "repair-rows": "imports",
  "answer-link-questions": "link-questions",
  "propose-list": "village-lists",
  "accept-proposals": "matching",
  "match-waiting": "matching",
  "fund-waiting": "waiting-people",
  "compose-packet": "enrolments",
  "send-packets": "enrolments",
  "await-results": "enrolments",
  "retry-dead-work": "upkeep",
  "make-backup": "upkeep",
};

/**
 * What waits for this actor, most urgent first; nothing with a count of 0. Counts of what the actor's own login sees,
 * never a person.
 */
export async function listTasks(app: App, actor: Actor): Promise<readonly Task[]> {
  authorise(actor, "task.list");
  const found = await inTransaction(app, actor, async (tx) => {
    const tasks: Task[] = [];
    for (const source of sourcesOf(actor)) tasks.push(...(await source(tx, actor, app)));
    return tasks;
  });
  const order = Object.keys(targets);
  return found
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

function sourcesOf(actor: Actor): readonly Source[] {
  const may = (permission: Permission) => scopeOf(actor, permission) !== null;
  const isOperator = actor.role === "OPR";
  return [
    ...(may("import.approve") ? [importApprovals] : []),
    ...(may("import.upload") && actor.role !== "FIN" ? [ownImports] : []),
    ...(may("list_decision.approve") ? [listsToEndorse] : []),
    ...(isOperator ? [villageList, rejectedPeople] : []),
    ...(may("link_review.decide") ? [linkQuestions] : []),
    ...(may("pledge.match") ? [sponsors] : []),
    ...(may("enrolment.submit") ? [packets] : []),
    ...(may("enrolment.confirm") ? [packetsToAnswer] : []),
    ...(may("system.operate") ? [upkeep] : []),
  ];
}

/** The part of the city in which the actor may do what the task asks for. */
const areaFor = (actor: Actor, permission: Permission): Area => areaOf(actor, authorise(actor, permission));

const task = (code: TaskCode, count: number): Task => ({ code, count, target: targets[code] });

const importApprovals: Source = async (tx, actor, app) => [
  task(
    actor.role === "FIN" ? "approve-receipts" : "approve-imports",
    await countImportsToApprove(tx, areaFor(actor, "import.approve"), {
      userId: actor.userId,
      kinds: kindsReadBy(app, actor),
    }),
  ),
];

const ownImports: Source = async (tx, actor, app) => {
  const { toFinish, rowsToRepair } = await countOwnImports(tx, actor, {
    at: app.clock.now(),
    days: undoDays,
  });
  return [task("finish-imports", toFinish), task("repair-rows", rowsToRepair)];
};

const listsToEndorse: Source = async (tx, actor) => [
  task("endorse-lists", await countListsToEndorse(tx, areaFor(actor, "list_decision.approve"), actor.userId)),
];

const villageList: Source = async (tx, actor) => {
  const { newest, ready } = await findVillageList(tx, actor.scope ?? "", programme);
  if (newest === "proposed" || newest === "draft") return [];
  return [newest === "returned" ? task("revise-returned-list", 1) : task("propose-list", ready)];
};

const rejectedPeople: Source = async (tx, actor) => [
  task("mend-rejected", await countRejectedPeople(tx, areaFor(actor, "list_decision.propose"), actor)),
];

const linkQuestions: Source = async (tx, actor) => [
  task("answer-link-questions", await countOpenQuestions(tx, areaFor(actor, "link_review.decide"))),
];

/** Without a free place nobody can be matched: then another payer is what is left to look for. */
const sponsors: Source = async (tx, actor) => {
  const area = areaFor(actor, "pledge.match");
  const places = await countPlaces(tx, area);
  return [
    task("accept-proposals", await countProposedSponsorships(tx, area)),
    task(places > 0 ? "match-waiting" : "fund-waiting", await countWaiting(tx, area)),
  ];
};

const packets: Source = async (tx, actor) => {
  const area = areaFor(actor, "enrolment.submit");
  return [
    task("compose-packet", await countReadyEnrolments(tx, area)),
    task("send-packets", await countPackets(tx, area, "draft")),
    task("await-results", await countPackets(tx, area, "sent")),
  ];
};

const packetsToAnswer: Source = async (tx, actor) => [
  task("answer-packets", await countPackets(tx, areaFor(actor, "enrolment.confirm"), "sent")),
];

const upkeep: Source = async (tx, actor) => {
  const { deadWork, backups } = await countUpkeep({ tx, actor, now: nowOf(tx) });
  return [task("retry-dead-work", deadWork), task("make-backup", backups)];
};
