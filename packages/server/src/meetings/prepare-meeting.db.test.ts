import { beforeEach, expect, test } from "vitest";
import { anActor, insertPlaces, openCity, places, readRows, readRowsAs, testDatabase } from "#testing";
import {
  addGuest,
  addItem,
  checkIn,
  checkNumbers,
  closeMeeting,
  editItem,
  editMeeting,
  exportAttendance,
  getAgenda,
  getAttendance,
  getMeeting,
  getReadiness,
  inviteToMeeting,
  listCards,
  makeCards,
  noteItem,
  openMeeting,
  planMeeting,
  printCards,
  printInvitation,
  renewCard,
  revokeCard,
  setAttendance,
  turnItem,
} from "./index.ts";

const city = testDatabase();
const manager = () => anActor(city.app, "MGR");
const head = () => anActor(city.app, "KDS", places.naras.code);
const now = () => city.app.clock.now();
const minutes = (n: number) => new Date(now().getTime() + n * 60_000);
const asked = () => ({
  operationId: city.app.newId(),
  title: "Rakor perlindungan BPD dan kader 2027",
  year: 2027,
  groups: ["kader", "bpd"],
  startsAt: minutes(10),
  endsAt: minutes(190),
  place: "Balai Kota",
  items: [
    { title: "Pembukaan", minutes: 10, presenter: "" },
    { title: "Pernyataan komitmen", minutes: 75, presenter: "Kepala desa" },
  ],
});
const of = (meetingCode: string) => ({ operationId: city.app.newId(), meetingCode });

async function aMeeting(title = asked().title): Promise<string> {
  const planned = await planMeeting(city.app, manager(), { ...asked(), title });
  if (planned.outcome !== "planned") throw new Error("not planned");
  return planned.meetingCode;
}

const agendaOf = async (meetingCode: string) => getAgenda(city.app, manager(), { meetingCode });
const turn = async (code: string, at: number, to: "running" | "done" | "moved" | "parked") =>
  turnItem(city.app, manager(), { ...of(code), itemId: (await agendaOf(code)).items[at]!.id, to });

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
});

test("a draft tells nobody; the invitation tells each village once, whose numbers then wait to be checked", async () => {
  const code = await aMeeting();
  const { version } = await getMeeting(city.app, manager(), { meetingCode: code });
  const news = () => readRowsAs(city.app, head(), "select payload from app.notifications");
  expect(await news()).toEqual([]);
  expect(await editMeeting(city.app, manager(), { ...asked(), meetingCode: code, version })).toEqual({
    outcome: "saved",
  });
  await expect(
    editMeeting(city.app, manager(), { ...asked(), meetingCode: code, version }),
  ).rejects.toMatchObject({
    code: "stale",
  });
  expect(await checkNumbers(city.app, head(), of(code))).toEqual({ outcome: "unchanged" });
  expect(await inviteToMeeting(city.app, manager(), of(code))).toMatchObject({ outcome: "invited" });
  expect(await inviteToMeeting(city.app, manager(), of(code))).toEqual({ outcome: "unchanged" });
  expect(await news()).toEqual([{ payload: { meetingCode: code } }]);
  expect(await checkNumbers(city.app, head(), of(code))).toEqual({ outcome: "checked" });
  expect(await checkNumbers(city.app, head(), of(code))).toEqual({ outcome: "unchanged" });
  const { checks } = await getReadiness(city.app, manager(), { meetingCode: code });
  expect([...checks.keys()]).toEqual([places.naras.code]);
});

test("the agenda runs one item at a time; pressed twice it starts once, and going back leaves the other to be taken up again", async () => {
  const code = await aMeeting();
  expect(await turn(code, 0, "running")).toEqual({ outcome: "not-now" });
  await openMeeting(city.app, manager(), of(code));
  expect(await turn(code, 0, "running")).toEqual({ outcome: "turned" });
  expect(await turn(code, 1, "running")).toEqual({ outcome: "turned" });
  expect(await turn(code, 1, "running")).toEqual({ outcome: "unchanged" });
  expect((await agendaOf(code)).items.map(({ state }) => state)).toEqual(["done", "running"]);
  await turn(code, 0, "running");
  expect((await agendaOf(code)).items.map(({ state }) => state)).toEqual(["running", "planned"]);
});

test("notes never overwrite a text that their writer did not see", async () => {
  const code = await aMeeting();
  const itemId = (await agendaOf(code)).items[0]!.id;
  const note = (notes: string, notesVersion: number) =>
    noteItem(city.app, manager(), { ...of(code), itemId, notes, notesVersion });
  expect(await note("Wali kota membuka.", 0)).toEqual({ outcome: "saved" });
  expect(await note("Dibuka pukul sembilan.", 0)).toEqual({
    outcome: "stale",
    theirs: "Wali kota membuka.",
    notesVersion: 1,
  });
  await expect(note("NIK 1377929105790001", 1)).rejects.toMatchObject({ code: "identity-number-in-note" });
  expect((await agendaOf(code)).items[0]!.notes).toBe("Wali kota membuka.");
});

test("what a meeting did not finish goes to the next one with its notes, whichever was planned first", async () => {
  const code = await aMeeting();
  const itemId = (await agendaOf(code)).items[1]!.id;
  await noteItem(city.app, manager(), { ...of(code), itemId, notes: "Tunggu Perwako.", notesVersion: 0 });
  await openMeeting(city.app, manager(), of(code));
  await turn(code, 0, "running");
  await closeMeeting(city.app, manager(), of(code));
  expect((await agendaOf(code)).items.map(({ state }) => state)).toEqual(["done", "moved"]);
  const next = await aMeeting();
  const carried = (await agendaOf(next)).items.at(-1);
  expect(carried).toMatchObject({
    title: "Pernyataan komitmen",
    notes: "Tunggu Perwako.",
    fromItemId: itemId,
  });
  const afterNext = await aMeeting("Rakor sesudahnya");
  expect((await agendaOf(afterNext)).items).toHaveLength(2);
  await openMeeting(city.app, manager(), of(next));
  await closeMeeting(city.app, manager(), of(next));
  expect((await agendaOf(afterNext)).items).toHaveLength(5);
});

test("items are added, parked and put in another order, and a title without words is refused", async () => {
  const code = await aMeeting();
  const add = (title: string, isParked: boolean) =>
    addItem(city.app, manager(), { ...of(code), title, minutes: 15, isParked });
  expect(await add(" ", false)).toEqual({ outcome: "refused", reasons: ["title-missing"] });
  await add("Kode rekening kader", true);
  const { items } = await agendaOf(code);
  expect(items.at(-1)).toMatchObject({ state: "parked", position: 3 });
  const edit = { ...of(code), itemId: items[1]!.id, title: "Komitmen", minutes: 60, position: 1 };
  expect(await editItem(city.app, manager(), edit)).toMatchObject({ outcome: "saved" });
  expect((await agendaOf(code)).items.map(({ title }) => title)).toEqual([
    "Komitmen",
    "Pembukaan",
    "Kode rekening kader",
  ]);
});

test("every village head and camat is on the list; attendance is set to a moment, and a stand-in keeps whom they stand in for", async () => {
  const code = await aMeeting();
  await openMeeting(city.app, manager(), of(code));
  await addGuest(city.app, manager(), { ...of(code), office: "BPJS Ketenagakerjaan" });
  const guests = async () => (await getAttendance(city.app, manager(), { meetingCode: code })).guests;
  const naras = async () => (await guests()).find(({ villageCode }) => villageCode === places.naras.code)!;
  expect((await guests()).at(-1)).toMatchObject({ office: "BPJS Ketenagakerjaan", villageCode: null });
  const ofPlaces = (await guests()).filter(({ kecamatanCode }) => kecamatanCode !== null);
  expect(ofPlaces.filter(({ kecamatanCode }) => !kecamatanCode!.startsWith("13.77."))).toEqual([]);
  const { id: guestId, office } = await naras();
  const set = (input: object) => setAttendance(city.app, manager(), { ...of(code), guestId, ...input });
  const arrivedAt = now();
  expect(await set({ arrivedAt })).toEqual({ outcome: "set" });
  expect(await set({ arrivedAt })).toEqual({ outcome: "unchanged" });
  expect(await set({ leftAt: minutes(-60) })).toEqual({
    outcome: "refused",
    reasons: ["left-before-arrival"],
  });
  expect(await set({ arrivedAt: minutes(60) })).toEqual({ outcome: "refused", reasons: ["not-yet"] });
  const standIn = { office: "Sekretaris Desa", letter: "ST 12/2026" };
  await set({ who: { name: "Rosmaniar", standIn } });
  expect(await naras()).toMatchObject({ office: "Sekretaris Desa", standsInFor: office, name: "Rosmaniar" });
  await set({ who: { name: "", standIn: null } });
  expect(await naras()).toMatchObject({ office, standsInFor: null, letter: null, name: null });
  await set({ arrivedAt: null });
  expect(await naras()).toMatchObject({ arrivedAt: null, setHow: null });
  const trail = await readRows(
    city.app,
    "select details from audit.entries where action = 'meeting.attendance.set'",
  );
  expect(JSON.stringify(trail)).not.toContain("Rosmaniar");
});

test("a village checks itself in at the door, for itself and not days before", async () => {
  const early = await planMeeting(city.app, manager(), {
    ...asked(),
    startsAt: minutes(3000),
    endsAt: minutes(3100),
  });
  if (early.outcome !== "planned") throw new Error("not planned");
  await inviteToMeeting(city.app, manager(), of(early.meetingCode));
  expect(await checkIn(city.app, head(), of(early.meetingCode))).toEqual({ outcome: "too-early" });
  const code = await aMeeting();
  await inviteToMeeting(city.app, manager(), of(code));
  expect(await checkIn(city.app, head(), of(code))).toEqual({ outcome: "arrived" });
  expect(await checkIn(city.app, head(), of(code))).toEqual({ outcome: "unchanged" });
  const { guests } = await getAttendance(city.app, head(), { meetingCode: code });
  expect(guests.map(({ villageCode, setHow }) => [villageCode, setHow])).toEqual([
    [places.naras.code, "door"],
  ]);
});

test("cards are made once for each village, replaced one by one, and their codes stand on paper only", async () => {
  const code = await aMeeting();
  const made = await makeCards(city.app, manager(), of(code));
  expect(made).toMatchObject({ outcome: "made" });
  expect(await makeCards(city.app, manager(), of(code))).toEqual({ outcome: "made", cards: 0 });
  const codes = () =>
    readRowsAs<{ code: string }>(
      city.app,
      manager(),
      "select code from app.meeting_cards where village_code = ? and revoked_at is null",
      places.naras.code,
    );
  const [before] = await codes();
  const village = { villageCode: places.naras.code };
  expect(await renewCard(city.app, manager(), { ...of(code), ...village })).toEqual({ outcome: "renewed" });
  const [after] = await codes();
  expect(after!.code).not.toBe(before!.code);
  const list = await listCards(city.app, manager(), { meetingCode: code });
  expect(JSON.stringify(list)).not.toContain(after!.code);
  const paper = await printCards(city.app, manager(), { meetingCode: code });
  expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(await revokeCard(city.app, manager(), { ...of(code), ...village })).toEqual({ outcome: "revoked" });
  expect(await revokeCard(city.app, manager(), { ...of(code), ...village })).toEqual({
    outcome: "unchanged",
  });
  await expect(printCards(city.app, manager(), { meetingCode: code, ...village })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("the letter is a draft's only for whoever prepares it, and comes on either paper", async () => {
  const code = await aMeeting();
  const letter = (by = manager(), paper = "a4") =>
    printInvitation(city.app, by, { meetingCode: code, paper, groupNames: "BPD dan kader" });
  await expect(letter(head())).rejects.toMatchObject({ code: "not-found" });
  await inviteToMeeting(city.app, manager(), of(code));
  expect((await letter(head(), "f4")).fileName).toBe(`undangan-rakor-${code}.pdf`);
  const words = {
    sheet: "Hadir",
    mark: "Tanda",
    columns: [{ header: "Jabatan", kind: "text" as const, value: () => "x" }],
  };
  await expect(
    exportAttendance(city.app, head(), { meetingCode: code, format: "csv", words }),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect(
    (await exportAttendance(city.app, manager(), { meetingCode: code, format: "csv", words })).rows,
  ).toBeGreaterThan(1);
});
