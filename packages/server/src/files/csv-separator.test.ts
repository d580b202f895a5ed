import { describe, expect, it } from "vitest";
import { findCsvShape } from "./csv-separator.ts";

describe("findCsvShape", () => {
  it.each([
    ["NIK;Nama;Alamat\n1;Ani;Jl. A, No. 1\n2;Budi;Jl. B, No. 2\n", ";", 3],
    ["NIK,Nama\n1,Ani\n2,Budi\n", ",", 2],
    ["NIK\tNama\n1\tAni, S.Pd\n", "\t", 2],
    ["sep=|\nNIK;x|Nama\n1;2|Ani\n", "|", 2],
    ["Nama\nAni\n", ";", 1],
  ])("%j is split by %j into %i", (head, separator, fields) => {
    expect(findCsvShape(head)).toEqual({ separator, fields });
  });

  it("counts records, not lines: addresses over several lines do not drown the three rows of a short list", () => {
    const address = '"Jl. Sudirman, RT 1\nLubuk Alung, Padang\ndekat surau, kanan\nrumah biru, pagar"';
    const head = `NIK;Nama;Alamat\n1;Ani;${address}\n2;Budi;${address}\n3;Cici;${address}\n`;
    expect(findCsvShape(head)).toEqual({ separator: ";", fields: 3 });
  });

  it("a mark that never closes costs its own line only", () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${at};Ani;x`).join("\n");
    expect(findCsvShape(`NIK;Nama;Alamat\n1;"Ani;x\n${rows}\n`)).toEqual({ separator: ";", fields: 3 });
  });
});
