import { globSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accessMatrix, type Permission } from "#access";
import { scopeOf } from "#access";
import type { Actor, App, Role } from "#app";
import { listCandidates } from "#eligibility";
import { getEndorsement, listEndorsements } from "#endorsements";
import { listEnrolments } from "#enrolment";
import { listLifeEvents } from "#life-events";
import { linkingQuality, listLinkQuestions } from "#link-review";
import { listProposals, listWaiting } from "#matching";
import { getPacketMapping } from "#packet-mapping";
import { downloadPacket, getPacket, getPacketSummary, listPackets } from "#packets";
import { getMyPledge, listPledges } from "#sponsors";
import { listTasks } from "#tasks";
import { aSteppedUpActor, placesDatabase, type Thread, withoutRowPolicies } from "#testing";
import { exportWorkers, getWorker, listWorkers, unmaskNik, workerHistory } from "#workers";
import { changes } from "./testing-changes.ts";

const database = placesDatabase();
let bare: App;
let close: () => Promise<void>;
let threads: ReturnType<typeof placesDatabase>["threads"];

beforeEach(async () => {
  threads = database.threads;
  ({ app: bare, close } = withoutRowPolicies(database.app, database.url));
});
afterEach(() => close());

type Reading = {
  readonly permission: Permission;
  readonly read: (app: App, actor: Actor, of: Thread) => Promise<unknown>;
};

const exportWords = {
  sheet: "a",
  mark: "b",
  columns: [{ header: "c", value: (worker: { readonly fullName?: string }) => worker.fullName ?? null }],
};
const purpose = "enrolment-question";

/** Answers about many: nothing of what is out of scope may stand in them. */
const lists: Readonly<Record<string, Reading>> = {
  listWorkers: { permission: "worker.list", read: (app, by) => listWorkers(app, by, { page: 1 }) },
  exportWorkers: {
    permission: "worker.export",
    read: async (app, by) => {
      const input = { query: {}, purpose: "report", format: "csv", words: exportWords } as const;
      return Buffer.from((await exportWorkers(app, by, input)).bytes).toString("utf8");
    },
  },
  listEndorsements: { permission: "list_decision.read", read: (app, by) => listEndorsements(app, by, {}) },
  listEnrolments: { permission: "enrolment.list", read: (app, by) => listEnrolments(app, by, {}) },
  listPackets: { permission: "packet.read", read: (app, by) => listPackets(app, by) },
  listPledges: { permission: "pledge.read", read: (app, by) => listPledges(app, by) },
  getMyPledge: { permission: "pledge.read", read: getMyPledge },
  listWaiting: { permission: "pledge.match", read: (app, by) => listWaiting(app, by) },
  listProposals: { permission: "pledge.match", read: (app, by) => listProposals(app, by) },
  listLinkQuestions: { permission: "link_review.read", read: (app, by) => listLinkQuestions(app, by) },
  linkingQuality: { permission: "link_review.read", read: linkingQuality },
  listTasks: { permission: "task.list", read: listTasks },
};

/** Answers about one: out of scope is the `not-found` of what does not exist. */
const singles: Readonly<Record<string, Reading>> = {
  getWorker: {
    permission: "worker.read",
    read: (app, by, { person }) => getWorker(app, by, { personCode: person.code }),
  },
  workerHistory: {
    permission: "worker.history.read",
    read: (app, by, { person }) => workerHistory(app, by, { personCode: person.code }),
  },
  listLifeEvents: {
    permission: "worker.history.read",
    read: (app, by, { person }) => listLifeEvents(app, by, { personCode: person.code }),
  },
  unmaskNik: {
    permission: "worker.unmask_nik",
    read: (app, by, { person }) => unmaskNik(app, by, { personCode: person.code, purpose }),
  },
  listCandidates: {
    permission: "list_decision.read",
    read: (app, by, { place }) => listCandidates(app, by, { villageCode: place.code }),
  },
  getEndorsement: {
    permission: "list_decision.read",
    read: (app, by, { listId }) => getEndorsement(app, by, { endorsementId: listId }),
  },
  getPacket: {
    permission: "packet.read",
    read: (app, by, { packetId }) => getPacket(app, by, { packetId }),
  },
  getPacketSummary: {
    permission: "packet.read",
    read: (app, by, { packetCode }) => getPacketSummary(app, by, { packetCode }),
  },
  downloadPacket: {
    permission: "enrolment.packet_download",
    read: (app, by, { packetId }) => downloadPacket(app, by, { packetId, purpose: "periksa" }),
  },
};

/** Every role of the thread in Naras that stands somewhere: village, kecamatan, office, branch, sponsor, city. */
function insiders(): readonly Actor[] {
  const { place, office, branch, sponsor } = threads.naras;
  const standing: Partial<Record<Role, string>> = {
    OPR: place.code,
    KDS: place.code,
    CMT: place.kecamatan,
    BPJ: branch,
    BND: office,
  };
  const city = ["MGR", "DAT", "BKP", "FIN", "AUD", "DPO"] as const;
  return [
    ...Object.entries(standing).map(([role, scope]) => aSteppedUpActor(bare, role as Role, scope)),
    sponsor,
    ...city.map((role) => aSteppedUpActor(bare, role)),
  ];
}

/** Threads that are out of the actor's scope: all others, and for roles of the whole city the other city's. */
function foreign(actor: Actor, permission: Permission): readonly Thread[] {
  const isCity = ["C", "r"].includes(scopeOf(actor, permission) ?? "");
  return isCity ? [threads.elsewhere] : [threads.kampung, threads.elsewhere];
}

const answerOf = (answer: Promise<unknown>) =>
  answer.then(
    (value) => JSON.stringify(value),
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe("with the row policies removed, the application alone", () => {
  test("puts nothing of another village, kecamatan, office, branch, sponsor or city in any list", async () => {
    const leaks: object[] = [];
    for (const actor of insiders()) {
      for (const [name, { permission, read }] of Object.entries(lists)) {
        const text = await answerOf(read(bare, actor, threads.naras));
        const marks = foreign(actor, permission).flatMap((thread) => thread.marks);
        const leaked = marks.filter((mark) => text.includes(mark));
        if (leaked.length > 0) leaks.push({ role: actor.role, name, leaked });
      }
    }
    expect(leaks).toEqual([]);
  });

  test("answers not-found for every single object out of scope, exactly as for one that does not exist", async () => {
    const shown: object[] = [];
    for (const actor of insiders()) {
      for (const [name, { permission, read }] of Object.entries(singles)) {
        if (scopeOf(actor, permission) === null) continue;
        const own = await answerOf(read(bare, actor, threads.naras));
        const answers = foreign(actor, permission).map((thread) => answerOf(read(bare, actor, thread)));
        const refusals = ["not-found", ...(own === "forbidden" ? ["forbidden"] : [])];
        const told = (await Promise.all(answers)).filter((answer) => !refusals.includes(answer));
        if (told.length > 0) shown.push({ role: actor.role, name, told });
      }
    }
    expect(shown).toEqual([]);
  });

  test("does show the own thread to those whose it is, so that the tests above can fail", async () => {
    const { person, waiting, place, pledgeId, packetId } = threads.naras;
    const [operator, , camat, officer, treasurer, sponsor] = insiders() as [Actor, ...Actor[]];
    const seen = async (actor: Actor, name: string) =>
      answerOf((lists[name] ?? singles[name])!.read(bare, actor, threads.naras));
    for (const name of ["listWorkers", "exportWorkers", "listEnrolments", "listCandidates"]) {
      const isExport = name === "exportWorkers";
      const mark = name === "listCandidates" ? waiting.code : isExport ? "Zulkifli" : person.code;
      expect(await seen(operator, name)).toContain(mark);
    }
    expect(await seen(camat!, "listWorkers")).toContain(person.code);
    expect(await seen(officer!, "listWorkers")).toContain(person.code);
    expect(await seen(officer!, "listPackets")).toContain(packetId);
    expect(await seen(officer!, "downloadPacket")).toContain("watermark");
    expect(await seen(officer!, "unmaskNik")).toContain(person.nik);
    expect(await seen(treasurer!, "listPledges")).toContain(pledgeId);
    expect(await seen(sponsor!, "getMyPledge")).toContain(place.name);
    expect(await seen(sponsor!, "listEnrolments")).toContain(person.code);
  });

  test("shows a branch the columns of its own template only", async () => {
    const [own, other] = [threads.naras.branch, threads.kampung.branch].map((branch) =>
      aSteppedUpActor(bare, "BPJ", branch),
    );
    expect(await getPacketMapping(bare, own!)).toMatchObject({ branch: threads.naras.branch });
    await expect(getPacketMapping(bare, other!)).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Their scope is the actor alone: they name no row of anybody else, or take the village and sponsor from the actor. */
const namesNobody = ["previewPledge", "getPacketMapping", "setPacketMapping"];

test("every use case that is still a plain function is tried here or among the changes", () => {
  const tried = new Set([...Object.keys(lists), ...Object.keys(singles), ...Object.keys(changes)]);
  const missing = globSync("packages/server/src/*/*.ts")
    .filter((path) => !/\.(test|store)\.ts$|testing/.test(path))
    .flatMap((path) => useCasesOf(readFileSync(path, "utf8")))
    .filter((name) => !tried.has(name) && !namesNobody.includes(name));
  expect(missing).toEqual([]);
});

/** Exported functions of a file that authorises something with a scoped cell. */
function useCasesOf(source: string): readonly string[] {
  const permissions = [...source.matchAll(/authorise\(\s*actor,[^)]*?"([a-z_.]+)"/g)].map(([, name]) => name);
  const isScoped = permissions.some((permission) =>
    Object.values(accessMatrix[permission as Permission] ?? {}).some((cell) => /^[VKBUPO]/.test(cell)),
  );
  if (!isScoped) return [];
  return [...source.matchAll(/^export (?:async )?function (\w+)\(\s*app: App,\s*actor: Actor/gm)].map(
    ([, name]) => name!,
  );
}
