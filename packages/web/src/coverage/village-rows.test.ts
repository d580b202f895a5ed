import { describe, expect, it } from "vitest";
import { getCity } from "@tuwai/server/regions";
import { readAreaQuery, selectVillages } from "./area-query.ts";
import { coverageCsv } from "./coverage-csv.ts";
import { sampleCoverage } from "./sample-coverage.fixture.ts";
import { slugOf } from "./slug.ts";
import { kecamatanRows, villageRows } from "./village-rows.ts";

const city = getCity({ regionCode: "13.77", dataDir: "none" });
const rows = villageRows(sampleCoverage, city, "id");
const ask = (query: string) =>
  selectVillages(rows, readAreaQuery(new URLSearchParams(query))).map((row) => row.name);

describe("rows of villages", () => {
  it("say the share with both its parts, in words a screen reader can read", () => {
    expect(rows[0]).toMatchObject({
      href: "/cakupan/pariaman-utara/naras-i",
      valueText: "40%",
      partsText: "58–62 / 150",
      unprotected: 90,
      isKelurahan: false,
      label: "Naras I: 40%, 58–62 dari perkiraan 150 pekerja rentan",
    });
  });
  it("never show a hidden number as zero", () => {
    expect(rows[2]).toMatchObject({ percent: null, unprotected: null, valueText: "ditutup", partsText: "" });
  });
  it("tell a number that is hidden from one that does not exist yet", () => {
    const nothing = { numerator: null, denominator: null, percent: null, suppressed: false };
    const villages = sampleCoverage.villages.map((village) => ({ ...village, ...nothing }));
    const [row] = villageRows({ ...sampleCoverage, villages }, city, "id");
    expect(row).toMatchObject({
      isHidden: false,
      valueText: "belum ada",
      label: "Naras I: belum ada angka yang diterbitkan",
    });
  });
  it("give both parts without a percentage where people are too few for one", () => {
    const villages = [{ ...sampleCoverage.villages[0]!, numerator: 10, denominator: 15, percent: null }];
    const [row] = villageRows({ ...sampleCoverage, villages }, city, "id");
    expect(row).toMatchObject({ percent: null, partsText: "10–12 / 15", valueText: "kecil", unprotected: 5 });
    expect(row?.label).toBe(
      "Naras I: 10–12 dari perkiraan 15 pekerja rentan; terlalu sedikit untuk persentase",
    );
  });
  it("say of zero to nine only that they are fewer than ten, and name who has sent no list", () => {
    const small = {
      ...sampleCoverage.villages[0]!,
      numerator: null,
      percent: null,
      suppressed: true,
      isSmall: true,
    };
    const silent = {
      ...sampleCoverage.villages[1]!,
      numerator: null,
      listed: null,
      percent: null,
      isSilent: true,
    };
    const made = villageRows({ ...sampleCoverage, villages: [small, silent] }, city, "id");
    expect(made[0]).toMatchObject({
      valueText: "< 10",
      isHidden: false,
      unprotected: 140,
      unprotectedText: "lebih dari 140",
      label: "Naras I: kurang dari 10 pekerja terlindungi",
    });
    expect(made[1]).toMatchObject({ isSilent: true, isHidden: false });
  });
  it("show 19 of 21 as a range out of the estimate, nowhere as all", () => {
    const many = {
      ...sampleCoverage.villages[0]!,
      numerator: 20,
      listed: 20,
      denominator: 38,
      percent: 52.6,
    };
    const [row] = villageRows({ ...sampleCoverage, villages: [many] }, city, "id");
    expect(row).toMatchObject({ partsText: "18–22 / 38", valueText: "52,6%", unprotected: 18 });
  });
  it("link to the English pages in English", () => {
    expect(villageRows(sampleCoverage, city, "en")[0]?.href).toBe("/en/cakupan/pariaman-utara/naras-i");
  });
  it("tell a kelurahan from a desa by its code", () => {
    expect(rows[3]?.isKelurahan).toBe(true);
  });
  it("also serve a city whose pack has no names, with the names the release brings", () => {
    expect(villageRows(sampleCoverage, { ...city, kecamatan: [] }, "id")[3]?.kecamatan.slug).toBe(
      "pariaman-tengah",
    );
  });
});

describe("rows of kecamatan", () => {
  it("show the kecamatan's own figure, which counts hidden villages too, and how many are hidden", () => {
    expect(kecamatanRows(sampleCoverage, rows)).toMatchObject([
      { name: "Pariaman Utara", numerator: 90, denominator: 290, percent: 31, villages: 3, hidden: 1 },
      { name: "Pariaman Tengah", numerator: 65, denominator: 140, hidden: 0, isHidden: false },
    ]);
  });
  it("tell a hidden kecamatan from one without any figure yet", () => {
    const hidden = {
      ...sampleCoverage.kecamatan[1]!,
      numerator: null,
      denominator: null,
      percent: null,
      suppressed: true,
    };
    expect(kecamatanRows({ ...sampleCoverage, kecamatan: [hidden] }, rows)).toMatchObject([
      { numerator: null, percent: null, isHidden: true },
      { numerator: null, percent: null, isHidden: false },
    ]);
  });
});

const few = (code: string, name: string, denominator: number | null) => {
  const none = { numerator: null, percent: null, suppressed: true, isSmall: true };
  return { ...sampleCoverage.villages[0]!, ...none, code, name, denominator };
};

describe("filters and order in the address", () => {
  it("start with the lowest coverage and keep hidden villages last", () => {
    expect(ask("")).toEqual(["Naras Hilir", "Naras I", "Karan Aur", "Apar"]);
    expect(ask("urut=tertinggi")).toEqual(["Karan Aur", "Naras I", "Naras Hilir", "Apar"]);
  });
  it("put villages with fewer than ten covered first under the lowest, the larger before the smaller, and last under the highest", () => {
    const villages = [
      ...sampleCoverage.villages,
      few("13.77.02.2001", "Sikapak", 60),
      few("13.77.02.2002", "Taluk", 931),
    ];
    const made = villageRows({ ...sampleCoverage, villages }, city, "id");
    const order = (urut: string) =>
      selectVillages(made, readAreaQuery(new URLSearchParams({ urut }))).map(({ name }) => name);
    expect(order("terendah")).toEqual(["Taluk", "Sikapak", "Naras Hilir", "Naras I", "Karan Aur", "Apar"]);
    expect(order("tertinggi")).toEqual(["Karan Aur", "Naras I", "Naras Hilir", "Sikapak", "Taluk", "Apar"]);
    expect(order("belum").at(0)).toBe("Taluk");
    expect(made.find(({ name }) => name === "Taluk")?.unprotectedText).toBe("lebih dari 920");
    const english = villageRows({ ...sampleCoverage, villages }, city, "en");
    expect(english.find(({ name }) => name === "Taluk")?.unprotectedText).toBe("more than 920");
  });
  it("can ask where most people are unprotected, since villages differ in size", () => {
    expect(ask("urut=belum")).toEqual(["Naras I", "Naras Hilir", "Karan Aur", "Apar"]);
  });
  it("find by part of a name, whatever its capitals", () => {
    expect(ask("cari=NARAS&urut=nama")).toEqual(["Naras Hilir", "Naras I"]);
  });
  it("can show kelurahan alone", () => {
    expect(ask("jenis=kelurahan")).toEqual(["Karan Aur"]);
  });
  it("ignore words they do not know", () => {
    expect(ask("urut=%00&jenis=x&lihat=y")).toEqual(ask(""));
  });
});

describe("names in addresses", () => {
  it("are plain lower-case words", () => {
    expect(slugOf("Cubadak Air Utara")).toBe("cubadak-air-utara");
    expect(slugOf("  Jawi-Jawi II ")).toBe("jawi-jawi-ii");
  });
});

describe("the table as a file", () => {
  const lines = coverageCsv(sampleCoverage, "id").split("\r\n");
  it("opens in an Indonesian Excel: byte-order mark, semicolons, decimal commas", () => {
    expect(lines[0]).toMatch(
      /^\uFEFFcode;name;kecamatan;numerator;denominator;percent;suppressed;listed;isSilent;isSmall;/,
    );
    expect(lines[4]).toMatch(
      /^13\.77\.01\.1001;Karan Aur;Pariaman Tengah;65;140;46,4;false;140;false;false;/,
    );
  });
  it("leaves hidden numbers empty", () => {
    expect(lines[3]).toMatch(/^13\.77\.02\.2006;Apar;Pariaman Utara;;;;true;;false;false;/);
  });
  it("tells sources in the language of the page, also those a region pack writes in the other", () => {
    const estimate = "ESTIMATE: kecamatan population x share of polling stations 2024 (2024)";
    const sources = ["TuWai KeTan: iuran yang diterima BPJS Ketenagakerjaan (2026-11-21)", estimate];
    const [id, en] = (["id", "en"] as const).map((of) => coverageCsv({ ...sampleCoverage, sources }, of));
    expect(id).toContain("Perkiraan: penduduk kecamatan");
    expect(id).not.toContain("ESTIMATE");
    expect(en).toContain("contributions received by BPJS Ketenagakerjaan (2026-11-21)");
    expect(en).not.toContain("iuran");
  });
  it("carries no text that a spreadsheet would run", () => {
    const hostile = { ...sampleCoverage, sources: ['=HYPERLINK("x")', "+1"] };
    expect(coverageCsv(hostile, "id")).toContain(`"'=HYPERLINK(""x""), +1"`);
  });
});
