import { array, assert, constant, integer, json, oneof, option, property, record, string } from "fast-check";
import { expect, test } from "vitest";
import { joinJson, shredJson } from "./shred-json.ts";

test("texts taken apart are joined to the same texts, also where they are no JSON, have other members or are missing", () => {
  const anything = json().map((text) => JSON.stringify(JSON.parse(text)));
  const row = record({ nik: string(), rw: option(integer()), cells: array(string()) });
  const text = oneof(
    row.map((one) => JSON.stringify(one)),
    anything,
    string(),
    constant(null),
  );
  assert(
    property(array(text, { minLength: 1 }), (texts) => {
      expect([...joinJson(shredJson(texts))]).toEqual(texts);
    }),
  );
});

test("values of one place lie together, and what is alike is kept once", () => {
  const { shapes, streams } = shredJson(['{"nik":"1","rw":3}', null, '{"nik":"2","rw":4}']);
  expect(shapes).toHaveLength(1);
  expect(streams).toEqual(["0\n\n0", '"1"\n"2"', "3\n4"]);
});
