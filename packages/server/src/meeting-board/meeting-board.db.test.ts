import { beforeEach, expect, test } from "vitest";
import { declareCommitments } from "#commitments";
import { openMeeting, planMeeting } from "#meetings";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  runAsAdmin,
  testDatabase,
} from "#testing";
import { type Board, endBoards, getBoard, watchBoard } from "./index.ts";

const city = testDatabase();
const { naras, kampung } = places;
const manager = () => anActor(city.app, "MGR");
const head = () => anActor(city.app, "KDS", naras.code);
let meetingCode: string;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  const planned = await planMeeting(city.app, manager(), {
    operationId: city.app.newId(),
    title: "Rakor perlindungan kader 2027",
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
    leader: "Rosmaniar Chaniago",
    secretary: "Syafril Piliang",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  ({ meetingCode } = planned);
  await openMeeting(city.app, manager(), { operationId: city.app.newId(), meetingCode });
});

const declare = (heads: number, months = 12) =>
  declareCommitments(city.app, head(), {
    operationId: city.app.newId(),
    villageCode: naras.code,
    year: 2027,
    lines: [{ group: "kader", heads, months, source: "add" }],
    intent: "declare",
  });
const read = () => getBoard(city.app, head(), { meetingCode });

async function* boardsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Board> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of stream) {
    const frames = (text + decoder.decode(piece, { stream: true })).split("\n\n");
    text = frames.pop()!;
    for (const frame of frames) {
      const [, data] = /^event: board\ndata: (.*)$/m.exec(frame) ?? [];
      if (data !== undefined) yield (JSON.parse(data) as { readonly board: Board }).board;
    }
  }
}

test("a board shows every village to whoever may watch: what it promised, or that it said nothing", async () => {
  await declare(3, 6);
  const { board } = await read();
  expect((await getBoard(city.app, manager(), { meetingCode })).board).toEqual(board);
  expect(board.villages).toHaveLength(2);
  expect(board.villages.find(({ code }) => code === naras.code)).toMatchObject({
    state: "declared",
    promised: 3 * 6 * 16_800,
    promisedHeads: 3,
    isShort: true,
  });
  expect(board.villages.find(({ code }) => code === kampung.code)).toMatchObject({
    state: "missing",
    promised: 0,
  });
  expect(board.latest.map(({ village }) => village)).toEqual([naras.code]);
});

test("a board holds no text but codes, states, names of villages and the two titles", async () => {
  await insertPerson(city.app, await insertBatch(city.app, "village-officers"), {
    name: "Yuniarti Koto",
    targetGroup: "village-officer",
  });
  await declare(2);
  const { board } = await read();
  const known = [board.title, ...board.villages.map(({ name }) => name)];
  const texts = textsOf(board).filter((text) => !known.includes(text));
  expect(texts.filter((text) => !/^(?:\d\d(?:\.\d+)+|[0-9A-Z]{6}|[a-z]+)$/.test(text))).toEqual([]);
  expect(known.toSorted()).toEqual([kampung.name, naras.name, "Rakor perlindungan kader 2027"]);
});

const textsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

test("a board that says the same keeps its mark, also while what it counts from moves", async () => {
  const { mark } = await read();
  await runAsAdmin(city.url, [
    `insert into app.meeting_events (region_code, meeting_id, id, kind, by_role, by_actor, at)
     select region_code, id, gen_random_uuid(), 'arrived', 'MGR', changed_by, changed_at from app.meetings`,
  ]);
  expect((await read()).mark).toBe(mark);
  await declare(1);
  expect((await read()).board.villages.some(({ promised }) => promised > 0)).toBe(true);
});

test("a stream brings the whole board, then each change, also one that another process wrote, and ends with the process", async () => {
  const boards = boardsOf(await watchBoard(city.app, head(), { meetingCode }));
  expect((await boards.next()).value).toMatchObject({ code: meetingCode, latest: [] });
  await declare(4);
  expect((await boards.next()).value).toMatchObject({ latest: [{ village: naras.code }] });
  await runAsAdmin(city.url, ["update app.meetings set title = 'Rakor kader', version = version + 1"]);
  expect((await boards.next()).value).toMatchObject({ title: "Rakor kader" });
  endBoards(city.app);
  expect((await boards.next()).done).toBe(true);
  expect((await boardsOf(await watchBoard(city.app, head(), { meetingCode })).next()).done).toBe(true);
});

test("a reader who takes nothing finds the newest board, not those in between", async () => {
  const reader = (await watchBoard(city.app, head(), { meetingCode })).getReader();
  await reader.read();
  const others = boardsOf(await watchBoard(city.app, manager(), { meetingCode }));
  await others.next();
  for (const heads of [1, 2, 3]) {
    await declare(heads);
    await others.next();
  }
  const { value } = await reader.read();
  expect(new TextDecoder().decode(value)).toContain(`"promised":${3 * 12 * 16_800}`);
  await reader.cancel();
  await others.return(undefined);
});

test("no meeting, no board", async () => {
  await expect(getBoard(city.app, manager(), { meetingCode: "AAAAAA" })).rejects.toMatchObject({
    code: "not-found",
  });
});
