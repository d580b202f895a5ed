import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseTable } from "@tuwai/domain/columns";
import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { listEnrolments } from "#enrolment";
import { limitsFor, readTable } from "#files";
import { fundByCity } from "#matching";
import { getPacketMapping, setPacketMapping } from "#packet-mapping";
import {
  anActor,
  anEndorsedPerson,
  aNik,
  aSteppedUpActor,
  branch,
  insertPlaces,
  openCity,
  places,
  readAs,
  readRows,
  testDatabase,
} from "#testing";
import { composePacket } from "./compose-packet.ts";
import { downloadPacket } from "./download-packet.ts";
import { getPacket } from "./get-packet.ts";
import { listPackets } from "./list-packets.ts";
import { removeFromPacket } from "./remove-from-packet.ts";
import { sendPacket } from "./send-packet.ts";
import { withdrawPacket } from "./withdraw-packet.ts";

const city = testDatabase();
const november = month("2026-11");
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = aSteppedUpActor(city.app, "MGR");
  officer = aSteppedUpActor(city.app, "BPJ", branch);
});

const op = () => city.app.newId();

async function funded(...wishes: readonly Parameters<typeof anEndorsedPerson>[1][]) {
  const persons = [];
  for (const wish of wishes) persons.push(await anEndorsedPerson(city.app, wish));
  const personIds = persons.map(({ id }) => id);
  const { funded } = await fundByCity(city.app, manager, {
    operationId: op(),
    personIds,
    fundSource: "apbd",
  });
  return persons.map((person, index) => ({ ...person, enrolmentId: funded[index]!.enrolmentId }));
}

async function compose(over: { readonly enrolmentIds?: readonly string[] } = {}) {
  const answer = await composePacket(city.app, manager, { operationId: op(), month: november, ...over });
  if (answer.outcome !== "composed") throw new Error(JSON.stringify(answer));
  return { ...answer.packets[0]!, leftOut: answer.leftOut };
}

const send = (packet: { readonly packetId: string; readonly version: number }, confirmCount: number) =>
  sendPacket(city.app, manager, {
    ...packet,
    operationId: op(),
    confirmCount,
    packetId: packet.packetId,
    version: packet.version,
  });

describe("composing a packet", () => {
  test("takes who is ready, prices each line by law, and leaves the others ready with every reason", async () => {
    const { app } = city;
    const nik = aNik();
    const [good, ...bad] = await funded(
      {},
      { nik: null, birthDate: null },
      { birthDate: "2012-01-01" },
      { birthDate: "1950-01-01", name: "?" },
      { nik },
      { nik },
    );
    const packet = await compose();
    expect(packet).toMatchObject({ code: "PKT-2026-11-01", lines: 1, totalRupiah: 16_800 });
    const reasons = new Map(packet.leftOut.map((left) => [left.personCode, left.reasons]));
    expect(bad.map(({ code }) => reasons.get(code as never))).toEqual([
      ["nik-missing", "birth-date-missing"],
      ["too-young"],
      ["name-missing", "too-old"],
      ["nik-twice-in-packet"],
      ["nik-twice-in-packet"],
    ]);
    const states = await readRows(
      app,
      "select state, count(*)::int as n from app.enrolments group by 1 order by 1",
    );
    expect(states).toEqual([
      { state: "in-packet", n: 1 },
      { state: "ready", n: 5 },
    ]);
    const shown = await getPacket(app, manager, { packetId: packet.packetId });
    expect(shown.rows[0]).toMatchObject({ wadah: "SG", fundSource: "apbd", person: { code: good!.code } });
    expect(JSON.stringify(shown)).not.toContain(good!.nik);
  });

  test("the same NIK already with BPJS under somebody else is no second member", async () => {
    const nik = aNik();
    await funded({ nik });
    await compose();
    await funded({ nik });
    const again = await composePacket(city.app, manager, { operationId: op(), month: november });
    expect(again).toMatchObject({ outcome: "refused", reasons: ["nothing-can-go"] });
    expect(again.leftOut[0]!.reasons).toEqual(["nik-enrolled-elsewhere"]);
  });

  test("a month that is over cannot be registered, and an enrolment that is not ready is named", async () => {
    const past = { operationId: op(), month: month("2026-10") };
    expect(await composePacket(city.app, manager, past)).toMatchObject({ reasons: ["month-in-past"] });
    const id = op();
    const absent = { operationId: op(), month: november, enrolmentIds: [id] };
    expect(await composePacket(city.app, manager, absent)).toMatchObject({
      reasons: ["nothing-can-go"],
      leftOut: [{ enrolmentId: id, reasons: ["not-ready"] }],
    });
  });

  test("a draft loses a line or is withdrawn, and its people are ready again", async () => {
    const { app } = city;
    const [one] = await funded({}, {}, {});
    const packet = await compose();
    const remove = { operationId: op(), packetId: packet.packetId, version: 1, personCodes: [one!.code] };
    expect(await removeFromPacket(app, manager, remove)).toEqual({
      outcome: "removed",
      lines: 2,
      version: 2,
    });
    expect(await removeFromPacket(app, manager, remove)).toEqual({
      outcome: "removed",
      lines: 2,
      version: 2,
    });
    await expect(removeFromPacket(app, manager, { ...remove, operationId: op() })).rejects.toThrow("stale");
    const withdraw = { operationId: op(), packetId: packet.packetId, version: 2 };
    expect(await withdrawPacket(app, manager, withdraw)).toEqual({ outcome: "withdrawn", freed: 2 });
    expect(await readRows(app, "select distinct state from app.enrolments")).toEqual([{ state: "ready" }]);
    expect((await compose()).code).toBe("PKT-2026-11-02");
  });
});

describe("sending a packet", () => {
  test("needs the count typed, then is final: owed per programme by one payer, registered in the evidence", async () => {
    const { app } = city;
    await funded({}, {});
    const packet = await compose();
    expect(await send(packet, 3)).toEqual({
      outcome: "refused",
      reasons: [{ reason: "count-differs", lines: 2 }],
    });
    expect(await send(packet, 2)).toMatchObject({ outcome: "sent", lines: 2, totalRupiah: 33_600 });
    await expect(send(packet, 2)).rejects.toThrow("conflict");
    await expect(
      withdrawPacket(app, manager, { operationId: op(), packetId: packet.packetId, version: 2 }),
    ).rejects.toThrow("conflict");
    const owed = await readRows(
      app,
      "select programme, sum(amount_rupiah)::int as rupiah, count(*)::int as n from app.obligations group by 1 order by 1",
    );
    expect(owed).toEqual([
      { programme: "jkk", rupiah: 20_000, n: 2 },
      { programme: "jkm", rupiah: 13_600, n: 2 },
    ]);
    const events = await readRows(
      app,
      "select type, payer, details->>'wadah' as wadah from app.cover_events",
    );
    expect(events).toEqual(
      Array.from({ length: 2 }, () => ({ type: "registered", payer: "apbn-apbd", wadah: "SG" })),
    );
    expect(await readRows(app, "select topic from app.work where topic = 'cover.refresh'")).toHaveLength(1);
  });

  test("the database itself refuses a second payer of the same programme and month", async () => {
    const { app } = city;
    await funded({});
    const packet = await compose();
    await send(packet, 1);
    const twice = readAs(
      app,
      manager,
      `insert into app.obligations (region_code, id, person_id, programme, month, village_code, kecamatan_code, enrolment_id, segment,
         fund_source, amount_rupiah, price, packet_id, at)
       select region_code, gen_random_uuid(), person_id, programme, month, village_code, kecamatan_code, enrolment_id, segment, 'csr',
         amount_rupiah, price, packet_id, at from app.obligations`,
    );
    await expect(twice).rejects.toThrow("obligations_one_payer");
  });
});

describe("the file for BPJS", () => {
  test("holds every NIK as text, wadah, fund source and person code, and names its download", async () => {
    const { app } = city;
    const persons = await funded({}, { place: places.kampung });
    const packet = await compose();
    await send(packet, 2);
    const file = await downloadPacket(app, officer, { packetId: packet.packetId, purpose: "entri SIPP" });
    expect(file.fileName).toMatch(/^PKT-2026-11-01-[0-9a-f]{6}\.xlsx$/);
    const rows = await rowsOf(file.bytes);
    const header = rows[0]!;
    const column = (name: string) => rows.slice(1, 3).map((row) => row[header.indexOf(name)]);
    expect(new Set(column("NIK"))).toEqual(new Set(persons.map(({ nik }) => `text ${nik}`)));
    expect(new Set(column("Kode Pekerja"))).toEqual(new Set(persons.map(({ code }) => code)));
    expect(column("Kode Wadah")).toEqual(["SG", "SG"]);
    expect(column("Sumber Dana")).toEqual(["APBD", "APBD"]);
    expect(JSON.stringify(rows)).toContain(file.watermark);
    const seen = await readRows<{ n: number }>(
      app,
      "select cardinality(person_ids) as n from audit.accesses where purpose = 'packet-download: entri SIPP'",
    );
    expect(seen).toEqual([{ n: 2 }]);
    const audit = await readRows(
      app,
      "select details->>'watermark' as mark from audit.entries where action = 'packet.download'",
    );
    expect(audit).toEqual([{ mark: file.watermark }]);
  });

  test("comes back with the branch's answers typed in, and is recognised without a question", async () => {
    const { app } = city;
    await funded({}, {});
    const packet = await compose();
    await send(packet, 2);
    const { bytes } = await downloadPacket(app, officer, { packetId: packet.packetId, purpose: "entri" });
    const [header, ...lines] = await rowsOf(bytes);
    const answers: Record<string, string> = {
      Hasil: "Diterima",
      "No KPJ": "10000000001",
      "Tanggal Hasil": "21/11/2026",
    };
    const sample = [
      header!,
      ...lines.slice(0, 2).map((line) => header!.map((name, at) => answers[name!] ?? line[at])),
    ];
    const found = recogniseTable(
      sample.map((line, row) => ({
        sheet: 1,
        row: row + 1,
        hidden: false,
        fault: null,
        cells: line.flatMap((text, at) => {
          const raw = text?.replace(/^text /, "");
          return raw === undefined ? [] : [{ column: at + 1, text: raw, raw, kind: "text" as const }];
        }),
      })),
      "enrolment-result",
    );
    const fields = found.columns.filter(({ confidence }) => confidence === "sure").map(({ field }) => field);
    expect(found.missing).toEqual([]);
    expect(found.conflicts).toEqual([]);
    expect(found.isReady).toBe(true);
    expect(fields).toEqual(expect.arrayContaining(["personCode", "nik", "result", "kpj", "resultOn"]));
  });

  test("a draft cannot be downloaded, nor anything without a purpose", async () => {
    const { app } = city;
    await funded({});
    const { packetId } = await compose();
    await expect(downloadPacket(app, manager, { packetId, purpose: "cek" })).rejects.toThrow("conflict");
    await expect(downloadPacket(app, manager, { packetId, purpose: " " })).rejects.toThrow("invalid-input");
  });

  test("an administrator changes the columns for later packets; a packet keeps those it was composed with", async () => {
    const { app } = city;
    const administrator = anActor(app, "ADM");
    await funded({});
    const packet = await compose();
    await send(packet, 1);
    const { number, columns } = await getPacketMapping(app, administrator);
    const renamed = columns.map((each) =>
      each.field === "nik" ? { ...each, header: "NO_IDENTITAS" } : each,
    );
    const change = { operationId: op(), branch, fromNumber: number, columns: renamed };
    expect(await setPacketMapping(app, administrator, change)).toEqual({ outcome: "changed", number: 2 });
    await expect(setPacketMapping(app, administrator, { ...change, operationId: op() })).rejects.toThrow(
      "stale",
    );
    const bare = {
      ...change,
      operationId: op(),
      fromNumber: 2,
      columns: [{ field: "nik" as const, header: "" }],
    };
    const refused = await setPacketMapping(app, administrator, bare);
    expect(refused).toMatchObject({
      outcome: "refused",
      reasons: [{ reason: "field-missing" }, { reason: "header-unusable" }],
    });
    const file = await downloadPacket(app, manager, { packetId: packet.packetId, purpose: "arsip" });
    expect((await rowsOf(file.bytes))[0]).toContain("NIK");
  });
});

describe("access", () => {
  test("a branch sees a packet from the moment it is sent; another branch never does", async () => {
    const { app } = city;
    const [person] = await funded({});
    const packet = await compose();
    const { packetId } = packet;
    await expect(getPacket(app, officer, { packetId })).rejects.toThrow("not-found");
    expect((await listEnrolments(app, officer)).rows).toEqual([]);
    await send(packet, 1);
    const seen = await getPacket(app, officer, { packetId });
    expect(seen.rows.map((row) => row.person.code)).toEqual([person!.code]);
    const elsewhere = aSteppedUpActor(app, "BPJ", "cabang-lain");
    await expect(getPacket(app, elsewhere, { packetId })).rejects.toThrow("not-found");
    await expect(downloadPacket(app, elsewhere, { packetId, purpose: "x" })).rejects.toThrow("not-found");
    expect((await listPackets(app, elsewhere)).rows).toEqual([]);
    expect((await listEnrolments(app, elsewhere)).rows).toEqual([]);
  });

  test("a withdrawn packet stays invisible to the branch", async () => {
    const { app } = city;
    await funded({});
    const { packetId } = await compose();
    await withdrawPacket(app, manager, { operationId: op(), packetId, version: 1 });
    await expect(getPacket(app, officer, { packetId })).rejects.toThrow("not-found");
  });

  test("downloading needs a fresh step-up", async () => {
    const { app } = city;
    for (const actor of [anActor(app, "MGR"), anActor(app, "BPJ", branch)]) {
      await expect(downloadPacket(app, actor, { packetId: op(), purpose: "x" })).rejects.toThrow(
        "step-up-required",
      );
    }
  });

  test("villages see their own enrolments only, without the group code; sponsors, finance and the camat their part", async () => {
    const { app } = city;
    const [here, there] = await funded({}, { place: places.kampung });
    const codes = async (actor: Actor) =>
      (await listEnrolments(app, actor)).rows.map(({ person }) => person.code);
    expect(await codes(anActor(app, "OPR", places.naras.code))).toEqual([here!.code]);
    expect(await codes(anActor(app, "KDS", places.kampung.code))).toEqual([there!.code]);
    expect(await codes(anActor(app, "CMT", places.kampung.kecamatan))).toEqual([there!.code]);
    expect(await codes(anActor(app, "DAT"))).toHaveLength(2);
    expect(await codes(anActor(app, "SPN", op()))).toEqual([]);
    const village = (await listEnrolments(app, anActor(app, "OPR", places.naras.code))).rows[0]!;
    expect(village).toMatchObject({ fundSource: "apbd" });
    expect(village).not.toHaveProperty("wadah");
    const finance = (await listEnrolments(app, anActor(app, "FIN"))).rows[0]!;
    expect(finance.person).not.toHaveProperty("name");
    const camat = (await listEnrolments(app, anActor(app, "CMT", places.naras.kecamatan))).rows[0]!;
    expect(camat.person.name).toBe("S. A.");
  });

  test("a second city sees and sends nothing of this one", async () => {
    const { app } = city;
    await funded({});
    const packet = await compose();
    const stranger = { ...aSteppedUpActor(app, "MGR"), regionCode: places.elsewhere.region };
    const { packetId } = packet;
    await expect(getPacket(app, stranger, { packetId })).rejects.toThrow("not-found");
    const attempt = { operationId: op(), packetId, version: 1, confirmCount: 1 };
    await expect(sendPacket(app, stranger, attempt)).rejects.toThrow("not-found");
  });

  test("nobody but the programme manager composes and sends, nobody but an administrator maps", async () => {
    const { app } = city;
    for (const role of [
      "SPN",
      "OPR",
      "KDS",
      "CMT",
      "DAT",
      "BND",
      "BKP",
      "BPJ",
      "FIN",
      "AUD",
      "ADM",
    ] as const) {
      const actor = anActor(app, role, places.naras.code);
      await expect(composePacket(app, actor, { operationId: op(), month: november })).rejects.toThrow(
        "forbidden",
      );
      const packet = { operationId: op(), packetId: op(), version: 1 };
      await expect(sendPacket(app, actor, { ...packet, confirmCount: 1 })).rejects.toThrow("forbidden");
      await expect(withdrawPacket(app, actor, packet)).rejects.toThrow("forbidden");
    }
    const mapping = { operationId: op(), branch, fromNumber: 1, columns: [] };
    await expect(setPacketMapping(app, manager, mapping)).rejects.toThrow("forbidden");
    await expect(getPacket(app, anActor(app, "FIN"), { packetId: op() })).rejects.toThrow("forbidden");
  });
});

/** Every row of every sheet, as text by column. */
async function rowsOf(bytes: Uint8Array): Promise<(string | undefined)[][]> {
  const path = join(city.app.config.dataDir, "packet.xlsx");
  writeFileSync(path, bytes);
  const rows: (string | undefined)[][] = [];
  for await (const event of readTable(path, { format: "xlsx", limits: limitsFor("village-list") })) {
    if (event.type !== "row") continue;
    const row: (string | undefined)[] = [];
    for (const { column, text, kind } of event.cells)
      row[column - 1] = /^\d{16}$/.test(text) ? `${kind} ${text}` : text;
    rows.push(row);
  }
  return rows;
}
