import { month } from "@tuwai/domain/time";
import { describe, expect, it } from "vitest";
import { neededRupiah, readAnswers, termsOf, writeAnswers } from "./pledge-answers.ts";

const november = month("2026-11");
const read = (query: string) => readAnswers(new URLSearchParams(query), november);

const step = (perWorkerRupiah: number) => [{ from: november, until: november, perWorkerRupiah }];

describe("the answers of a future sponsor", () => {
  it("start with one worker, room for the full tariff, and next month", () => {
    expect(read("")).toMatchObject({ jumlah: "1", batas: "20000", mulai: "2026-12", cara: "" });
  });
  it("become terms, whatever way the rupiah is written", () => {
    expect(termsOf(read("batas=Rp20.000&cara=payroll&mulai=2027-01"), november)).toEqual({
      terms: {
        workerCount: 1,
        capRupiah: 20_000,
        fromMonth: "2027-01",
        channel: "payroll",
        chooses: "manager",
        wishes: {},
      },
    });
  });
  it("carry wishes by code, and insist on them only when there are any", () => {
    const answer = termsOf(read("cara=own-transfer&desa=13.77.03.2001&kerja=fisher&hanya=ya"), november);
    expect(answer).toMatchObject({
      terms: { wishes: { villages: ["13.77.03.2001"], workGroups: ["fisher"], nothingElse: true } },
    });
    expect(termsOf(read("cara=own-transfer&hanya=ya"), november)).toMatchObject({ terms: { wishes: {} } });
  });
  it("are told all their faults at once", () => {
    const answers = read("jumlah=0&batas=banyak&mulai=2026-10&calon=PK-AAAA-AA");
    expect(termsOf(answers, november)).toEqual({ problems: ["jumlah", "batas", "mulai", "cara", "calon"] });
  });
  it("survive being written into an address and read again", () => {
    const answers = read("jumlah=2&batas=40000&cara=payroll&kerja=driver");
    expect(read(writeAnswers(answers))).toEqual(answers);
  });
});

it("the cap has to reach for the dearer sector, because nobody knows yet whom one will sponsor", () => {
  expect(neededRupiah({ other: step(16_800), transport: step(8_400) }, 2)).toBe(33_600);
  expect(neededRupiah({ other: [], transport: step(8_400) }, 1)).toBeNull();
});
