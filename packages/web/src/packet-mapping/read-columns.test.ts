import { describe, expect, it } from "vitest";
import { readColumns } from "./read-columns.ts";

describe("the columns typed into the form", () => {
  it("come in the order of their places; an empty place leaves the column out", () => {
    const answer = readColumns([
      { field: "nik", order: "3", header: "NIK" },
      { field: "email", order: "", header: "Email" },
      { field: "fullName", order: "1", header: "Nama" },
      { field: "sex", order: "3", header: "JK" },
    ]);
    expect(answer).toEqual({
      columns: [
        { field: "fullName", header: "Nama" },
        { field: "nik", header: "NIK" },
        { field: "sex", header: "JK" },
      ],
    });
  });
  it.each(["0", "-1", "1,5", "satu", "1000"])("name the field whose place is %j", (order) => {
    expect(readColumns([{ field: "nik", order, header: "NIK" }])).toEqual({ faulty: ["nik"] });
  });
});
