import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let operator: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", places.naras.code);
});

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;
const answers: Answers = {
  apa: { kind: "work-accident" },
  siapa: { name: "Pak Buyuang", village: places.naras.code, cardCode: "" },
  kapan: { day: "today", on: "", time: "14.06", place: "pantai" },
  anda: { teller: "neighbour" },
  hubungi: { phone: "0812 3456 7321", tellerName: "" },
  periksa: {},
};

/** A phone that keeps its cookie and runs no script. */
function phone() {
  let cookie = "";
  return {
    post: async (path: string, fields: Readonly<Record<string, string>>) => {
      const page = await pages.post(path, fields, undefined, { cookie });
      const set = page.headers.getSetCookie().find((each) => each.startsWith("lapor="));
      if (set !== undefined) cookie = set.split(";")[0]!;
      return page;
    },
    get: (path: string) => pages.get(path, undefined, { cookie }),
    cookie: () => cookie,
  };
}

describe("a report from a phone without a script", () => {
  it("asks one question a page, shows the answers before sending, and gives a code that tells where it stands", async () => {
    const neighbour = phone();
    let path = "/lapor-kejadian/apa";
    for (const [word, fields] of Object.entries(answers)) {
      expect(path).toBe(`/lapor-kejadian/${word}`);
      const { html } = await neighbour.get(path);
      expect(html).toContain('href="tel:175"');
      if (word === "periksa")
        for (const said of ["Pak Buyuang", "pantai", "14.06"]) expect(html).toContain(said);
      const { headers } = await neighbour.post(path, fields);
      path = headers.get("location")!;
      expect(path).not.toContain("Buyuang");
    }
    expect(neighbour.cookie()).not.toContain("Buyuang");
    const { html } = await neighbour.get(path);
    const [, code] = /KJ-((?:[2-9A-Z]{4}-?){3})/.exec(html)!;
    const tracked = (await pages.get(`/lacak/KJ${code!.replaceAll("-", "")}`)).html;
    expect(tracked).toContain("Sedang kami pastikan");
    expect(tracked).toContain("gratis");
    expect(tracked).not.toContain("Buyuang");
    // Nothing but the code is left on the device.
    expect((await neighbour.get("/lapor-kejadian/periksa")).html).not.toContain("Buyuang");
  });

  it("says what has to be mended and loses nothing, in both languages", async () => {
    const neighbour = phone();
    expect((await neighbour.post("/en/lapor-kejadian/apa", {})).html).toContain("Choose one");
    const wrong = await neighbour.post("/lapor-kejadian/siapa", {
      name: "Pak Buyuang",
      village: "",
      cardCode: "",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Pilih desa atau kelurahan");
    expect(wrong.html).toContain("Pak Buyuang");
    const nik = await neighbour.post("/lapor-kejadian/siapa", {
      name: "1377920105790001",
      village: "?",
      cardCode: "",
    });
    expect(nik.html).toContain("Jangan menulis NIK");
    expect((await neighbour.post("/lapor-kejadian/periksa", {})).headers.get("location")).toBe(
      "/lapor-kejadian/apa",
    );
    await neighbour.post("/lapor-kejadian/siapa", answers["siapa"]!);
    expect((await neighbour.get("/lapor-kejadian/siapa")).html).toContain("Pak Buyuang");
    await neighbour.post("/lapor-kejadian/siapa", { hapus: "1" });
    expect((await neighbour.get("/lapor-kejadian/siapa")).html).not.toContain("Pak Buyuang");
  });

  it("is reached from the first page and from the foot of every page, beside the numbers to call", async () => {
    for (const path of ["/", "/bantuan", "/lacak"]) {
      const { html } = await pages.get(path);
      expect(html).toContain('href="/lapor-kejadian"');
      expect(html).toContain('href="tel:175"');
    }
    expect((await pages.get("/lacak/KJ7T4M2QXCFHJK")).status).toBe(404);
  });
});

describe("the desk", () => {
  it("takes a call, links, confirms, corrects and refutes on one page, and lists nobody's name", async () => {
    const person = await anEndorsedPerson(test.app);
    const send = (path: string, fields: Readonly<Record<string, string>>) =>
      pages.post(path, { operasi: test.app.newId(), ...fields }, operator);
    const call = Object.assign({}, ...Object.values(answers), { kind: "death" }) as Record<string, string>;
    const bad = await send("/kejadian/baru", { ...call, name: "" });
    expect([bad.status, bad.html.includes("Tulis namanya")]).toEqual([422, true]);
    const path = (await send("/kejadian/baru", call)).headers.get("location")!;
    const list = (await pages.get("/kejadian", operator)).html;
    expect(list).toContain(`href="${path}"`);
    expect(list).not.toContain("Buyuang");
    expect((await pages.get(path, operator)).html).toContain("Pak Buyuang");
    const act = (tindakan: string, fields: Readonly<Record<string, string>>) =>
      send(path, { tindakan, ...fields });
    expect((await act("hubungkan", { kode: "PK-XXXX-XX" })).html).toContain("tidak ada di wilayah Anda");
    expect((await act("hubungkan", { kode: person.code })).status).toBe(303);
    const today = test.app.clock.today();
    const empty = await act("pastikan", { kejadian: "death", hari: today, lewat: "" });
    expect(empty.html).toContain("Pilih lewat apa dipastikan");
    expect((await act("pastikan", { kejadian: "death", hari: today, lewat: "village-letter" })).status).toBe(
      303,
    );
    const confirmed = (await pages.get(`/en${path}`, operator)).html;
    expect(confirmed).toContain("Call the family");
    expect((await act("betulkan", { hari: "2026-11-01" })).status).toBe(303);
    const died = () => readRows(test.app, "select died_on from app.persons where id = ?", person.id);
    expect(await died()).toEqual([{ diedOn: "2026-11-01" }]);
    expect((await act("sangkal", { sebab: "alive" })).status).toBe(303);
    expect(await died()).toEqual([{ diedOn: null }]);
    expect((await pages.get(path, anActor(test.app, "OPR", places.kampung.code))).status).toBe(404);
  });
});
