import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellOf, type Permission } from "@tuwai/server/access";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { type Role, roles } from "@tuwai/server/app";
import { readRows, placesDatabase, type Thread } from "@tuwai/server/testing";
import { Command } from "commander";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { commandFeatures } from "./command-features.ts";
import { main } from "./main.ts";

const city = placesDatabase();
const before = { ...process.env };
let folder: string;
let thread: Thread;

beforeEach(async () => {
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  folder = mkdtempSync(join(tmpdir(), "tuwai-words-"));
  writeFileSync(join(folder, "daftar.csv"), "Nama;NIK\nSyafril;\n");
  writeFileSync(join(folder, "kolom.json"), JSON.stringify({ number: 1, columns: [] }));
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  thread = city.threads.naras;
  for (const role of staff) await account(role);
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

/** Workers and the public have no account. */
const staff = roles.filter((role) => role !== "PUB" && role !== "WRK");

async function account(role: Role): Promise<void> {
  const { place, office, branch, sponsor } = thread;
  const scopes: Partial<Record<Role, string>> = {
    OPR: place.code,
    KDS: place.code,
    CMT: place.kecamatan,
    BND: office,
    BPJ: branch,
    SPN: sponsor.scope!,
  };
  const scope = scopes[role] === undefined ? {} : { scope: scopes[role] };
  const given = {
    email: `${role.toLowerCase()}@demo.tuwai.id`,
    name: role,
  };
  await createDemoAccounts(city.app, [{ ...given, role, ...scope }], "kata sandi yang panjang");
}

type Row = { readonly needs: Permission; readonly or?: Permission; readonly rest?: readonly string[] };

/** Every command that acts for somebody, with the permission its use case asks for and words that reach that question. */
function commandTable(questionId: string): Readonly<Record<string, Row>> {
  const { place, person, waiting, packetCode, listId, batchId, sponsorshipId } = thread;
  const village = ["--village", place.code];
  const out = ["--out", join(folder, "keluar.xlsx")];
  const claim = "KL-23456789CDFH";
  return {
    tasks: { needs: "task.list" },
    "cover list": { needs: "worker.list" },
    "cover person": { needs: "worker.read", rest: [person.code] },
    "import file": {
      needs: "import.upload",
      rest: [join(folder, "daftar.csv"), "--kind", "village-list", ...village],
    },
    "import map": { needs: "import.upload", rest: [batchId, "--column", "0=name"] },
    "import approve": { needs: "import.approve", rest: [batchId] },
    "import undo": { needs: "import.undo", rest: [batchId] },
    "import show": { needs: "import.read_report", rest: [batchId] },
    "worker event list": { needs: "worker.history.read", rest: [person.code] },
    "worker event record": {
      needs: "worker.life_event.record",
      rest: [person.code, "--kind", "died", "--on", "2026-11-20", "--document", "family"],
    },
    "worker event undo": { needs: "worker.life_event.undo", rest: [batchId] },
    "incident report list": { needs: "incident_report.list" },
    "incident report link": { needs: "incident_report.decide", rest: [batchId, "--worker", person.code] },
    "incident report confirm": {
      needs: "incident_report.decide",
      rest: [batchId, "--kind", "death", "--on", "2026-11-20", "--evidence", "village-letter"],
    },
    "incident report refute": { needs: "incident_report.decide", rest: [batchId, "--reason", "alive"] },
    "link questions": { needs: "link_review.read" },
    "link show": { needs: "link_review.read", rest: [questionId] },
    "link decide": {
      needs: "link_review.decide",
      rest: [questionId, "--verdict", "unsure", "--reason", "x"],
    },
    "link undo": { needs: "link_review.undo", rest: [questionId] },
    "link end": {
      needs: "link_review.undo",
      rest: [person.code, "--kind", "dtsen", "--reason", "x"],
    },
    "link quality": { needs: "link_review.read" },
    "list candidates": { needs: "list_decision.read", rest: village },
    "list all": { needs: "list_decision.read" },
    "list propose": { needs: "list_decision.propose", rest: village },
    "list show": { needs: "list_decision.read", rest: [listId] },
    "list exclude": {
      needs: "list_decision.approve",
      or: "list_decision.propose",
      rest: [listId, "--person", waiting.code, "--reason", "died"],
    },
    "list include": { needs: "list_decision.propose", rest: [listId, "--person", waiting.code] },
    "list approve": { needs: "list_decision.approve", rest: [listId] },
    "list return": { needs: "list_decision.approve", rest: [listId, "--note", "periksa lagi"] },
    "pledge sign": {
      needs: "pledge.sign",
      rest: ["--cap", "20000", "--from", "2026-12", "--agree", "ikrar-1"],
    },
    "pledge stop": { needs: "pledge.revoke" },
    "pledge show": { needs: "pledge.read" },
    "pledge list": { needs: "pledge.read" },
    "match propose": { needs: "pledge.match" },
    "match list": { needs: "pledge.match" },
    "match accept": { needs: "pledge.match", rest: [sponsorshipId] },
    "match decline": { needs: "pledge.match", rest: [sponsorshipId, "--reason", "other"] },
    fund: { needs: "pledge.match", rest: ["--source", "apbd", "--persons", waiting.code] },
    "packet compose": { needs: "enrolment.submit", rest: ["--month", "2026-12"] },
    "packet list": { needs: "packet.read" },
    "packet show": { needs: "packet.read", rest: [packetCode] },
    "packet remove": { needs: "enrolment.submit", rest: [packetCode, person.code] },
    "packet send": { needs: "enrolment.submit", rest: [packetCode, "--count", "1"] },
    "packet withdraw": { needs: "enrolment.submit", rest: [packetCode] },
    "packet download": { needs: "enrolment.packet_download", rest: [packetCode, "--purpose", "x", ...out] },
    "packet result-template": { needs: "packet.read", rest: [packetCode, ...out] },
    "packet mapping show": { needs: "packet_mapping.read" },
    "packet mapping set": { needs: "packet_mapping.write", rest: [join(folder, "kolom.json")] },
    "alms receive": { needs: "donation.receive", rest: [join(folder, "daftar.csv"), "--campaign", "yatim"] },
    "alms plan": {
      needs: "donation.plan",
      or: "donation.desk.read",
      rest: ["--campaign", "yatim", "--per-child", "75000", "--on", "2026-12-05", "--title", "x"],
    },
    "alms report": { needs: "donation.report.read", rest: ["--month", "2026-11"] },
    "enrolment list": { needs: "enrolment.list" },
    "claim list": { needs: "claim.list" },
    "claim show": { needs: "claim.read", rest: [claim] },
    "claim step": { needs: "claim.help", or: "claim.update_state", rest: [claim, "help"] },
    "claim document": { needs: "claim.document.upload", rest: [claim, "id-card", "--state", "have"] },
    "claim letter": {
      needs: "claim.letter",
      rest: [claim, "laporan", "--reason", "audit", "--out", join(folder, "surat.pdf")],
    },
    "account create": {
      needs: "user.change",
      rest: ["--role", "DAT", "--email", "x@pariaman.id", "--name", "X"],
    },
    "account list": { needs: "user.manage" },
    "account show": { needs: "user.manage", rest: [batchId] },
    "account end": { needs: "user.change", rest: [batchId] },
    "account replace": { needs: "user.change", rest: [batchId, "--email", "x@pariaman.id", "--name", "X"] },
    "account reset": { needs: "user.change", rest: [batchId] },
    "account sessions": { needs: "user.manage", rest: [batchId] },
    "account grant": { needs: "user.change", rest: [batchId, "--role", "DAT"] },
    "account requests": { needs: "user.grant_role" },
    "account decide": { needs: "user.decide", rest: [batchId, "--verdict", "approve"] },
    "work list": { needs: "system.operate" },
    "work retry": { needs: "system.operate", rest: [batchId] },
  };
}

/** What whoever holds the machine and its keys runs, and what needs no city at all. */
const withoutActor = [
  "price",
  "cover explain",
  "coverage explain",
  "due",
  "grant explain",
  "need explain",
  "benefit explain",
  "heirs explain",
  "terbilang",
  "demo day",
  "demo generate",
  "demo live",
  "demo prepare",
  "region build",
  "status",
  "ledger verify",
  "alms verify",
  "backup",
  "leave",
  "restore",
  "keys rotate",
  // Proves the password and the second code itself.
  "account token",
];

async function listWords(): Promise<readonly string[]> {
  const words: string[] = [];
  const walk = (command: Command, path: readonly string[]): void => {
    if (command.commands.length === 0) words.push(path.join(" "));
    for (const below of command.commands) walk(below, [...path, below.name()]);
  };
  for (const { load } of commandFeatures) {
    const program = new Command("tuwai");
    (await load())(program, () => undefined);
    for (const command of program.commands) walk(command, [command.name()]);
  }
  return words;
}

test("every word of the command line stands in the table or acts for nobody", async () => {
  const known = [...Object.keys(commandTable("")), ...withoutActor];
  expect((await listWords()).toSorted()).toEqual(known.toSorted());
});

test("every command refuses the roles to whom the matrix denies it", { timeout: 300_000 }, async () => {
  const wrong: object[] = [];
  const table = Object.entries(commandTable(await aQuestion()));
  for (const [index, [words, { needs, or = needs, rest = [] }]] of table.entries()) {
    const denied = staff.filter((role) => cell(needs, role) === "-" && cell(or, role) === "-");
    const argv = words === "import file" ? ["import", ...rest] : [...words.split(" "), ...rest];
    // Two of them, other ones for each command, so that every role is refused somewhere.
    const half = Math.floor(denied.length / 2);
    for (const role of new Set([denied[index % denied.length], denied[(index + half) % denied.length]])) {
      if (role === undefined) continue;
      const code = await refusal(role, argv);
      if (code !== "forbidden") wrong.push({ words, role, code });
    }
  }
  expect(wrong).toEqual([]);
});

const cell = (permission: Permission, role: Role) => cellOf(role, permission) ?? "-";

async function refusal(role: Role, argv: readonly string[]): Promise<string> {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  const exitCode = await main([...argv, "--as", role.toLowerCase(), "--json"], streams);
  const { error } = JSON.parse(text) as { error?: { code: string } };
  return error === undefined ? `done with ${exitCode}` : error.code;
}

async function aQuestion(): Promise<string> {
  const id = city.app.newId();
  await readRows(
    city.app,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, other_person_id, kind, probability,
       weight, evidence, state, asked_at)
     select region_code, ?, village_code, kecamatan_code, id, ?, 'person', 0.6, 0.5, '[]', 'open', clock_timestamp()
     from app.persons where id = ?`,
    id,
    thread.waiting.id,
    thread.person.id,
  );
  return id;
}
