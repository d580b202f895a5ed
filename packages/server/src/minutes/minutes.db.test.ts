import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app";
import { declareCommitments } from "#commitments";
import { closeMeeting, openMeeting, planMeeting } from "#meetings";
import { listTasks } from "#tasks";
import {
  anActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  runAsAdmin,
  testDatabase,
} from "#testing";
import {
  answerReply,
  attachMinutesScan,
  checkMinutes,
  findMinutesOfYear,
  finishMinutes,
  getMinutes,
  makeMinutes,
  makeMinutesPdf,
  openMinutesScan,
  publishMinutes,
  replyToMinutes,
  writeMinutesText,
} from "./index.ts";

const city = testDatabase({ now: "2026-12-18T02:00:00Z" });
const { naras, kampung } = places;
const op = () => ({ operationId: city.app.newId() });
let manager: Actor;
let head: Actor;
let camat: Actor;
let meetingCode: string;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  head = anActor(city.app, "KDS", naras.code);
  camat = anActor(city.app, "CMT", naras.kecamatan);
  const planned = await planMeeting(city.app, manager, {
    ...op(),
    title: "Rakor BPD dan kader 2027",
    year: 2027,
    groups: ["bpd", "kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
    leader: "Wali Kota",
    secretary: "Notulis",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  ({ meetingCode } = planned);
});

async function aMeeting(): Promise<void> {
  await openMeeting(city.app, manager, { ...op(), meetingCode });
  await declareCommitments(city.app, head, {
    ...op(),
    villageCode: naras.code,
    year: 2027,
    lines: [{ group: "kader", heads: 8, months: 12, source: "add" }],
    intent: "declare",
  });
  await closeMeeting(city.app, manager, { ...op(), meetingCode });
}

const make = (correction?: string) =>
  makeMinutes(city.app, manager, {
    ...op(),
    meetingCode,
    ...(correction === undefined ? {} : { correction }),
  });
const now = async (by = manager) => (await getMinutes(city.app, by, { meetingCode })).minutes!;
const show = async () => {
  const { id: minutesId, version } = await now();
  return publishMinutes(city.app, manager, { ...op(), minutesId, version });
};
const finish = async () => {
  const { id: minutesId, version } = await now();
  return finishMinutes(city.app, manager, { ...op(), minutesId, version });
};
const write = (text: string, seen: number) =>
  writeMinutesText(city.app, manager, { ...op(), meetingCode, part: "discussion", text, seen });
const reply = (by: Actor, kind: "objected" | "confirmed", text?: string) =>
  replyToMinutes(city.app, by, { ...op(), meetingCode, kind, ...(text === undefined ? {} : { text }) });

async function finalMinutes(): Promise<void> {
  await aMeeting();
  await make();
  await show();
  await city.setNow("2026-12-21T02:00:00Z");
  expect(await finish()).toEqual({ outcome: "final" });
}

describe("a draft", () => {
  test("is made of the meeting as it stood, names who was silent, and does not follow what is promised later", async () => {
    expect(await make()).toEqual({ outcome: "refused", reasons: ["not-begun"] });
    await aMeeting();
    expect(await make()).toMatchObject({ outcome: "made" });
    const made = await now();
    expect(made).toMatchObject({ number: "BA-2026-001", state: "draft", mayFinish: false });
    expect(made.sums).toMatchObject({ villages: 2, declared: 1, rupiah: 1_612_800, silent: [kampung.name] });
    expect(made.gaps).toContainEqual({ gap: "silent", count: 1 });
    await declareCommitments(city.app, anActor(city.app, "KDS", kampung.code), {
      ...op(),
      villageCode: kampung.code,
      year: 2027,
      lines: [{ group: "kader", heads: 6, months: 12, source: "apbd" }],
      intent: "declare",
    });
    expect((await now()).sums.rupiah).toBe(1_612_800);
    expect(await make()).toMatchObject({ outcome: "made-anew" });
    const anew = await now();
    expect(anew.sums).toMatchObject({ rupiah: 2_822_400, silent: [] });
    expect(anew.snapshotHash).not.toBe(made.snapshotHash);
  });

  test("keeps what people wrote when it is made anew, and refuses an edit of what somebody changed meanwhile with both shown", async () => {
    await aMeeting();
    await make();
    expect(await write("Semua desa bicara.", 0)).toEqual({ outcome: "written" });
    await make();
    expect((await now()).texts[0]).toMatchObject({ body: "Semua desa bicara.", made: "" });
    expect(await write("Tidak semua.", 0)).toMatchObject({
      outcome: "stale",
      theirs: { body: "Semua desa bicara.", version: 1 },
    });
    expect(await write("Tidak semua.", 1)).toEqual({ outcome: "written" });
    expect((await now()).texts[0]!.versions.map(({ body }) => body)).toEqual([
      "Tidak semua.",
      "Semua desa bicara.",
    ]);
  });

  test("is seen by its writer alone until it is shown", async () => {
    await aMeeting();
    await make();
    expect((await getMinutes(city.app, head, { meetingCode })).minutes).toBeNull();
    expect(await makeMinutesPdf(city.app, head, { meetingCode, size: "a4" })).toEqual({
      outcome: "no-minutes",
    });
    await expect(make.call(null)).resolves.toMatchObject({ outcome: "made-anew" });
    await expect(makeMinutes(city.app, head, { ...op(), meetingCode })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("objections", () => {
  test("are taken from the village and its camat until the last day, printed with time and answer, and hold nobody's number back", async () => {
    await aMeeting();
    await make();
    expect(await reply(head, "confirmed")).toEqual({ outcome: "refused", reasons: ["not-shown"] });
    await show();
    expect(await finish()).toEqual({ outcome: "too-early" });
    expect(await reply(head, "objected", " ")).toEqual({ outcome: "refused", reasons: ["text-missing"] });
    expect(await reply(head, "objected", "Kader kami tujuh.")).toEqual({ outcome: "replied" });
    expect(await reply(head, "objected", "Kader kami tujuh.")).toEqual({ outcome: "unchanged" });
    expect(await reply(camat, "confirmed")).toEqual({ outcome: "replied" });
    const { replies, sums } = await now(head);
    expect(replies.map(({ place, kind }) => [place, kind])).toEqual([
      ["Naras I", "objected"],
      [expect.stringContaining("Camat"), "confirmed"],
    ]);
    expect(sums.rupiah).toBe(1_612_800);
    const replyId = replies[0]!.id;
    expect(await answerReply(city.app, manager, { ...op(), replyId, answer: "Dicatat." })).toEqual({
      outcome: "answered",
    });
    expect(JSON.stringify((await now()).paper)).toContain("Tanggapan pimpinan rapat");
    await city.setNow("2026-12-21T02:00:00Z");
    expect(await reply(head, "confirmed")).toEqual({ outcome: "refused", reasons: ["period-over"] });
  });

  test("that nobody answered, minutes that nobody was shown and those that can become final are tasks", async () => {
    const tasks = async (by: Actor) =>
      (await listTasks(city.app, by))
        .filter(({ code }) => /minutes|objections/.test(code))
        .map(({ code, where }) => (where === meetingCode ? code : `${code} of another meeting`));
    await aMeeting();
    expect(await tasks(manager)).toEqual([]);
    await city.setNow("2026-12-21T02:00:00Z");
    expect(await tasks(manager)).toEqual(["show-minutes"]);
    await make();
    await show();
    expect(await tasks(head)).toEqual(["read-minutes"]);
    await reply(head, "objected", "Kader kami tujuh.");
    expect(await tasks(head)).toEqual([]);
    expect(await tasks(camat)).toEqual(["read-minutes"]);
    expect(await tasks(manager)).toEqual(["answer-objections"]);
    await city.setNow("2026-12-24T02:00:00Z");
    expect(await tasks(manager)).toEqual(["answer-objections", "finish-minutes"]);
  });
});

describe("final minutes", () => {
  test("are frozen in the database too, and a correction is another revision that names and replaces them", async () => {
    await finalMinutes();
    await expect(
      readRowsAs(city.app, manager, "update app.minutes set rupiah = 1 where state = 'final' returning id"),
    ).rejects.toThrow("are final");
    expect(await write("Sesudahnya.", 0)).toEqual({ outcome: "refused", reasons: ["is-final"] });
    expect(await make()).toEqual({ outcome: "refused", reasons: ["correction-missing"] });
    expect(await make("jumlah kader salah ketik")).toMatchObject({ outcome: "made" });
    expect(await now()).toMatchObject({ number: "BA-2026-001-P1", state: "draft" });
    await show();
    await city.setNow("2026-12-24T02:00:00Z");
    await finish();
    const { revisions } = await getMinutes(city.app, head, { meetingCode });
    expect(revisions.map(({ number, state }) => [number, state])).toEqual([
      ["BA-2026-001-P1", "final"],
      ["BA-2026-001", "replaced"],
    ]);
    expect(JSON.stringify((await now()).paper)).toContain(
      "mengganti BA-2026-001, karena: jumlah kader salah ketik",
    );
    expect(await findMinutesOfYear(city.app, publicActor("13.77"), { year: 2027 })).toMatchObject({
      label: "BA-2026-001-P1",
    });
  });

  test("are one file, byte for byte, whoever asks and whenever; its fingerprint and the scan's are known to the public page", async () => {
    await finalMinutes();
    const pdf = async (by: Actor) => {
      const made = await makeMinutesPdf(city.app, by, { meetingCode, size: "f4" });
      if (made.outcome !== "drawn") throw new Error("not drawn");
      return Buffer.from(made.bytes);
    };
    const first = await pdf(manager);
    expect((await pdf(head)).equals(first)).toBe(true);
    expect(first.toString("latin1")).toContain("pdfuaid:part");
    const path = join(mkdtempSync(join(tmpdir(), "scan-")), "scan.pdf");
    writeFileSync(path, "%PDF-1.7 ditandatangani");
    const { id: minutesId, version } = await now();
    const scan = { path, fileName: "ba.pdf" };
    const attached = await attachMinutesScan(city.app, manager, { ...op(), minutesId, version, scan });
    if (attached.outcome !== "attached") throw new Error("not attached");
    const { files, address, snapshotHash } = await now(head);
    const minutesCode = address.split("/").at(-1)!;
    const ask = (fingerprint?: string) =>
      checkMinutes(city.app, publicActor("13.77"), {
        minutesCode,
        ...(fingerprint === undefined ? {} : { fingerprint }),
      });
    expect(await ask()).toMatchObject({
      label: "BA-2026-001",
      state: "final",
      rupiah: 1_612_800,
      compared: null,
    });
    expect((await ask(attached.hash))!.compared).toMatchObject({ kind: "scan" });
    expect((await ask(files.find(({ kind }) => kind === "f4")!.hash))!.compared).toMatchObject({
      kind: "f4",
    });
    expect((await ask(snapshotHash))!.compared).toBe("snapshot");
    expect((await ask("0".repeat(64)))!.compared).toBe("unknown");
    expect((await ask("x"))!.compared).toBe("unreadable");
    expect(await checkMinutes(city.app, publicActor("13.77"), { minutesCode: "2".repeat(20) })).toBeNull();
    const { id: fileId } = files.find(({ kind }) => kind === "scan")!;
    expect((await openMinutesScan(city.app, camat, { fileId })).bytes.toString()).toContain("ditandatangani");
  });

  test("nobody but the city's manager writes, and the public reads no table", async () => {
    await finalMinutes();
    for (const table of ["minutes", "minutes_texts", "minutes_replies", "minutes_files"])
      await expect(readRowsAs(city.app, publicActor("13.77"), `select 1 from app.${table}`)).rejects.toThrow(
        "permission denied",
      );
    await expect(finish.call(null)).resolves.toEqual({ outcome: "unchanged" });
  });
});

test("fifty-five desa and sixteen kelurahan: the paper's sum is the database's, in figures and words, and one silent desa is named", async () => {
  const kecamatan = naras.kecamatan;
  const codes = Array.from({ length: 71 }, (_, at) => `${kecamatan}.${at < 55 ? 2100 + at : 1100 + at}`);
  await runAsAdmin(city.url, [
    `update app.regions set valid_until = '2026-01-01' where kecamatan_code is not null and region_code = '13.77'`,
    `insert into app.regions (region_code, code, kind, name, parent_code, kecamatan_code) values ${codes
      .map(
        (code, at) =>
          `('13.77', '${code}', '${at < 55 ? "desa" : "kelurahan"}', 'Desa ${at + 1}', '${kecamatan}', '${kecamatan}')`,
      )
      .join(",")}`,
    `update app.meetings set groups = '{kades,perangkat,bpd,kader}'`,
  ]);
  await openMeeting(city.app, manager, { ...op(), meetingCode });
  const desa = [
    { group: "kades", heads: 1, amount: 220_320 },
    { group: "perangkat", heads: 8, amount: 1_296_000 },
    { group: "bpd", heads: 7, amount: 453_600 },
    { group: "kader", heads: 8, amount: 1_612_800 },
  ].map((line) => ({ ...line, months: 12, source: "add" }));
  const kelurahan = [{ group: "kader", heads: 6, months: 12, source: "apbd" }];
  const declare = (villageCode: string, at: number) =>
    declareCommitments(city.app, anActor(city.app, "KDS", villageCode), {
      ...op(),
      villageCode,
      year: 2027,
      lines: at < 55 ? desa : kelurahan,
      intent: "declare",
      isSure: true,
    });
  for (const [at, code] of codes.entries()) if (at !== 7) await declare(code, at);
  await make();
  const without = await now();
  expect(without.sums).toMatchObject({ declared: 70, rupiah: 212_820_480, silent: ["Desa 8"] });
  expect(JSON.stringify(without.paper)).toContain("Belum menyatakan: Desa 8.");
  await declare(codes[7]!, 7);
  await make();
  const { sums, paper } = await now();
  const [row] = await readRows<{ sum: number }>(
    city.app,
    "select sum(promised_rupiah)::float8 as sum from app.commitments where state = 'dinyatakan'",
  );
  expect(sums.rupiah).toBe(row!.sum);
  const words = JSON.stringify(paper);
  expect(words).toContain("Rp216.403.200 (dua ratus enam belas juta empat ratus tiga ribu dua ratus rupiah)");
  expect(words).toContain('"","Jumlah","","1.416","","216.403.200","",""');
});
