import { describe, expect, test } from "vitest";
import { main } from "./main.ts";

async function run(...argv: string[]) {
  let out = "";
  const exitCode = await main(argv, { out: (text) => void (out += text), err: () => undefined });
  return { exitCode, out };
}

async function price(flags: Record<string, string>) {
  const all = {
    segment: "bpu",
    income: "900000",
    payer: "private",
    sector: "other",
    month: "2026-06",
    ...flags,
  };
  const argv = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const { exitCode, out } = await run("price", ...argv, "--json");
  return { exitCode, document: JSON.parse(out) as { total: number; error?: { code: string } } };
}

describe("tuwai price", () => {
  test("answers with the document of the contract", async () => {
    const { exitCode, document } = await price({});
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      month: "2026-06",
      total: 8_400,
      parts: [
        {
          programme: "jkk",
          amount: 5_000,
          sources: [{ instrument: "PP 44/2015" }, { instrument: "PP 50/2025" }],
        },
        { programme: "jkm", amount: 3_400 },
      ],
      settings: expect.arrayContaining([
        { name: "apbdes-is-apbd", value: true, confirmed: false, mark: "from-memory" },
      ]),
    });
  });

  test.each([
    [{ month: "2027-01" }, 16_800],
    [{ sector: "transport", month: "2027-03" }, 8_400],
    [{ payer: "apbn-apbd" }, 16_800],
    [{ payer: "apbdes" }, 16_800],
    [{ payer: "apbdes", set: "apbdes-is-apbd=false" }, 8_400],
    [{ payer: "pooled-asn", set: "pooled-asn-is-private=false" }, 16_800],
    [{ programmes: "jkk,jkm,jht", month: "2025-12" }, 36_800],
    [{ segment: "pu-village", income: "2.000.000", payer: "apbdes" }, 10_800],
    [{ segment: "pu-village", income: "0", set: "pu-village-minimum-wage-rupiah=2000000" }, 10_800],
  ])("%j costs %i", async (flags, total) => {
    expect((await price(flags as Record<string, string>)).document.total).toBe(total);
  });

  test.each([
    [{ month: "2026-13" }],
    [{ income: "-1" }],
    [{ income: "1,5" }],
    [{ segment: "pbi" }],
    [{ payer: "uncle" }],
    [{ programmes: "jkk,jp" }],
    [{ set: "apbdes-is-apbd" }],
    [{ set: "apbdes-is-apbd=maybe" }],
    [{ set: "apbdes=true" }],
    [{ colour: "red" }],
  ])("%j is a usage error", async (flags) => {
    const { exitCode, document } = await price(flags);
    expect([exitCode, document.error?.code]).toEqual([64, "usage"]);
  });

  test("is read by people as an aligned table with the sum in words and the open assumptions", async () => {
    const flags = "--segment bpu --income 1500000 --payer apbdes --sector other --month 2026-06";
    const { out } = await run("price", ...flags.split(" "));
    expect(out).toBe(`Iuran satu pekerja, Juni 2026

Program  Iuran     Dasar                                                   Sumber
JKK      Rp16.000  dasar Rp1.600.000, tanpa keringanan karena uang negara  PP 44/2015 (dari ingatan), PP 50/2025 (menurut berita)
JKM      Rp6.800   tetap, tanpa keringanan karena uang negara              PP 44/2015 (menurut berita), PP 50/2025 (menurut berita)
Jumlah   Rp22.800  dua puluh dua ribu delapan ratus rupiah

Anggapan yang belum dikonfirmasi: apbdes-is-apbd=true, pooled-asn-is-private=true, pu-village-minimum-wage-rupiah=1000000
`);
  });
});

describe("tuwai terbilang", () => {
  test.each([
    [["16800"], "enam belas ribu delapan ratus"],
    [["Rp1.001.000"], "satu juta seribu"],
    [["-11"], "minus sebelas"],
    [["−Rp11"], "minus sebelas"],
    [["0", "--rupiah"], "nol rupiah"],
  ])("%j says %s", async (argv, words) => {
    expect(await run("terbilang", ...argv)).toEqual({ exitCode: 0, out: `${words}\n` });
  });

  test.each(["1.68", "1,5", "abc", "1000000000000000", "--5"])("%s has no spelling", async (text) => {
    const { exitCode, out } = await run("terbilang", "--json", "--", text);
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: "invalid-input" } });
  });
});
