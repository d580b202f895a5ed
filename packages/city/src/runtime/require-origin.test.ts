import { expect, it } from "vitest";
import { requireOrigin } from "./require-origin.ts";

it.each([
  [{ demo: true, origin: null }],
  [{ demo: true, origin: "http://10.0.0.7:3000" }],
  [{ demo: false, origin: "https://ketan.kota.go.id" }],
  [{ demo: false, origin: "http://localhost:3000" }],
  [{ demo: false, origin: "http://127.0.0.1:3000" }],
])("a city is served under %j", (config) => expect(() => requireOrigin(config)).not.toThrow());

it.each([
  [{ demo: false, origin: null }, /memerlukan alamat publik.*TUWAI_ORIGIN=https/],
  [{ demo: false, origin: "http://ketan.kota.go.id" }, /harus https/],
  [{ demo: false, origin: "https://ketan.kota.go.id/" }, /tanpa garis miring/],
])("a city of real people is not served under %j, and is told what to set", (config, sentence) =>
  expect(() => requireOrigin(config)).toThrow(sentence),
);
